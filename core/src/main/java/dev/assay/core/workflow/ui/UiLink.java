package dev.assay.core.workflow.ui;

import java.util.Optional;

import dev.assay.core.json.Json;

/** A link as the file has it: a list in schema 0.4, an object in schema 1 and in subgraphs. */
record UiLink(String id, String source, int sourceSlot, String target, int targetSlot) {

    /** The virtual nodes that stand for a subgraph's own inputs and outputs. */
    static final String SUBGRAPH_INPUT = "-10";

    static final String SUBGRAPH_OUTPUT = "-20";

    static Optional<UiLink> read(Json json) {
        return json instanceof Json.Arr
                ? read(json.at(0), json.at(1), json.at(2), json.at(3), json.at(4))
                : read(
                        json.at("id"),
                        json.at("origin_id"),
                        json.at("origin_slot"),
                        json.at("target_id"),
                        json.at("target_slot"));
    }

    private static Optional<UiLink> read(Json id, Json source, Json sourceSlot, Json target, Json targetSlot) {
        if (id.scalar().isEmpty()
                || source.scalar().isEmpty()
                || target.scalar().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new UiLink(
                id.scalar().get(),
                source.scalar().get(),
                slot(sourceSlot),
                target.scalar().get(),
                slot(targetSlot)));
    }

    private static int slot(Json slot) {
        return Math.clamp(slot.integer().orElse(0L), 0, 100_000);
    }
}
