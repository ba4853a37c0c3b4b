package dev.assay.core.metadata.graph;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;

/** Finds the value that an input had: written there, or in a node that only passes values on. */
final class Literals {

    private static final int MAX_HOPS = 20;

    /** Inputs in which primitive and string nodes of all packs keep their value. */
    private static final List<String> VALUES = List.of(
            "populated_text",
            "value",
            "Value",
            "text",
            "string",
            "String",
            "int",
            "float",
            "number",
            "Number",
            "seed",
            "noise_seed",
            "any",
            "anything",
            "input",
            "positive");

    /** Nodes looked into for one value; a hostile graph forks at each. */
    private static final int MAX_LOOKS = 200;

    private final ApiGraph graph;
    private int looks;

    Literals(ApiGraph graph) {
        this.graph = graph;
    }

    /** The value of a node's input. */
    Optional<Json> of(ApiNode node, String input) {
        looks = 0;
        return resolve(node.input(input), input, 0);
    }

    private Optional<Json> resolve(Json value, String wanted, int hops) {
        if (value.scalar().isPresent()) {
            return Optional.of(value);
        }
        return hops == MAX_HOPS || ++looks > MAX_LOOKS
                ? Optional.empty()
                : graph.source(value).flatMap(node -> inside(node, wanted, hops));
    }

    /** A node with an input of that very name passes it on; otherwise one of the usual names holds the value. */
    private Optional<Json> inside(ApiNode node, String wanted, int hops) {
        if (node.inputs().containsKey(wanted)) {
            return resolve(node.input(wanted), wanted, hops + 1);
        }
        var joined = joined(node, hops);
        if (joined.isPresent()) {
            return joined;
        }
        return VALUES.stream()
                .filter(node.inputs()::containsKey)
                .findFirst()
                .flatMap(name -> resolve(node.input(name), wanted, hops + 1));
    }

    /** ComfyUI's own joining of two strings. */
    private Optional<Json> joined(ApiNode node, int hops) {
        var first = resolve(node.input("string_a"), "string", hops + 1).flatMap(Json::text);
        var second = resolve(node.input("string_b"), "string", hops + 1).flatMap(Json::text);
        var between = node.input("delimiter").text().orElse("");
        return first.isPresent() && second.isPresent()
                ? Optional.of(Json.of(first.get() + between + second.get()))
                : Optional.empty();
    }
}
