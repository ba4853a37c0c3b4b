package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * A node as the file has it.
 *
 * @param outputs the types of its outputs
 * @param raw all of it
 */
record UiNode(String id, String type, Mode mode, List<Slot> inputs, List<String> outputs, Json raw) {

    /** Whether a node takes part. */
    enum Mode {
        ACTIVE,
        MUTED,
        BYPASSED
    }

    /**
     * An input that the file lists.
     *
     * @param link the id of the link into it
     * @param widget the name of the widget it belongs to
     */
    record Slot(String name, String type, Optional<String> link, Optional<String> widget) {}

    static Optional<UiNode> read(Json json) {
        return json.at("id").scalar().flatMap(id -> read(json, id));
    }

    /**
     * Reads one that may have no number.
     *
     * @param instead stands for it then
     */
    static Optional<UiNode> read(Json json, String instead) {
        var id = json.at("id").scalar().orElse(instead);
        var type = json.at("type").text();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        List<Slot> inputs = new ArrayList<>();
        json.at("inputs").items().forEach(input -> inputs.add(slot(input)));
        List<String> outputs = new ArrayList<>();
        json.at("outputs")
                .items()
                .forEach(output -> outputs.add(output.at("type").text().orElse("*")));
        return Optional.of(new UiNode(id, type.get(), mode(json), inputs, outputs, json));
    }

    private static Mode mode(Json json) {
        return switch (json.at("mode").integer().orElse(0L).intValue()) {
            case 2 -> Mode.MUTED;
            case 4 -> Mode.BYPASSED;
            default -> Mode.ACTIVE;
        };
    }

    private static Slot slot(Json input) {
        return new Slot(
                input.at("name").text().orElse(""),
                input.at("type").text().orElse("*"),
                input.at("link").scalar(),
                input.at("widget").at("name").text());
    }

    Json values() {
        return raw.at("widgets_values");
    }

    int indexOf(String input) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).name().equals(input)) {
                return i;
            }
        }
        return -1;
    }
}
