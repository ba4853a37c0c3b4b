package dev.assay.core.metadata.graph;

import java.util.Map;

import dev.assay.core.json.Json;

/**
 * A node as it ran.
 *
 * @param id its number, or a path such as {@code 57:3}
 * @param type its class
 * @param inputs values and links by name
 */
record ApiNode(String id, String type, Map<String, Json> inputs) {

    Json input(String name) {
        return inputs.getOrDefault(name, Json.none());
    }

    boolean has(String name) {
        return inputs.containsKey(name);
    }
}
