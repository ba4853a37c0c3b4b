package dev.assay.core.metadata.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.assay.core.json.Json;

/**
 * A node as it ran.
 *
 * @param id its number, or a path such as {@code 57:3}
 * @param type its class
 * @param words the same in lower case, since packs are not of one mind
 * @param bundle the input by which it gets many things at once; empty where there is none
 * @param inputs values and links by name
 */
record ApiNode(String id, String type, String words, String bundle, Map<String, Json> inputs) {

    /** Inputs by which packs hand on many things at once, in the order in which they count. */
    private static final List<String> BUNDLES = List.of(
            "pipe", "basic_pipe", "detailer_pipe", "base_ctx", "ctx", "context", "sdxl_tuple", "pipe_line", "pipeline");

    static ApiNode of(String id, String type, Map<String, Json> inputs) {
        var bundle = BUNDLES.stream().filter(inputs::containsKey).findFirst().orElse("");
        return new ApiNode(id, type, type.toLowerCase(Locale.ROOT), bundle, inputs);
    }

    Json input(String name) {
        return inputs.getOrDefault(name, Json.none());
    }

    boolean has(String name) {
        return inputs.containsKey(name);
    }
}
