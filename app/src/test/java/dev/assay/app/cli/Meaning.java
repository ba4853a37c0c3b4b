package dev.assay.app.cli;

import java.util.Map;
import java.util.TreeMap;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;

/**
 * What the engine would make of a workflow in API format: numbers compare by value, an input that a node does not have is
 * ignored, and a widget that was added later has its initial value.
 */
final class Meaning {

    private static final NodeDefinitions CORE = NodeDefinitions.core();

    private Meaning() {}

    static Map<String, Object> of(Json prompt) {
        Map<String, Object> meaning = new TreeMap<>();
        for (var node : graph(prompt).nodes()) {
            for (var input : CORE.find(node.type()).orElseThrow().inputsFor(node::literal)) {
                meaning.put(node.id() + " " + node.type() + " " + input.name(), of(node, input));
            }
        }
        return meaning;
    }

    private static Graph graph(Json prompt) {
        return ((ApiReading.Read) ApiFormat.read(prompt)).graph();
    }

    private static Object of(Node node, InputDefinition input) {
        return switch (node.inputs().get(input.name())) {
            case null -> value(input.initial());
            case Input.Literal(var value) -> value(value);
            case Input.Link link -> link;
        };
    }

    private static Object value(Json value) {
        return value instanceof Json.Num
                ? value.decimal().map(number -> number.stripTrailingZeros()).orElseThrow()
                : value;
    }
}
