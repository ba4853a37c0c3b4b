package dev.assay.core.workflow.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.assay.core.json.Json;

/** Reads one class out of an {@code /object_info} answer, or out of our table, which has the same form. */
final class ObjectInfo {

    private static final int MAX_SLOTS = 1000;

    private ObjectInfo() {}

    static Optional<NodeDefinition> read(String type, Json json) {
        if (!json.has("input")) {
            return Optional.empty();
        }
        return Optional.of(new NodeDefinition(
                type,
                InputReader.inputs(json.at("input"), json.at("input_order"), 0),
                outputs(json),
                json.at("output_node").bool().orElse(false),
                !json.at("python_module").text().orElse("").startsWith("custom_nodes"),
                json.at("since").text().orElse("")));
    }

    private static List<OutputDefinition> outputs(Json json) {
        var types = json.at("output").items();
        return IntStream.range(0, Math.min(types.size(), MAX_SLOTS))
                .mapToObj(i -> output(json.at("output_name").at(i), types.get(i)))
                .toList();
    }

    private static OutputDefinition output(Json name, Json type) {
        // An old node may put a list of values where the type belongs: it gives one of a combo.
        var linkType = type.text().orElse("COMBO");
        return new OutputDefinition(name.text().orElse(linkType), matched(linkType));
    }

    /** What a matched output gives depends on what its inputs got. */
    private static String matched(String type) {
        return type.equals("COMFY_MATCHTYPE_V3") ? "*" : type;
    }
}
