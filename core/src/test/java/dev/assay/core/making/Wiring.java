package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;

/** A graph told from its end, so that two compare whatever their nodes are numbered by. */
final class Wiring {

    private static final List<String> ENDS = List.of("SaveImage", "SaveAnimatedWEBP", "SaveVideo");

    private final Graph graph;

    /** Inputs whose values do not matter, by name, and what to say instead. */
    private final Map<String, String> indifferent;

    private Wiring(Graph graph, Map<String, String> indifferent) {
        this.graph = graph;
        this.indifferent = indifferent;
    }

    /** The longest of its ends. */
    static String of(Graph graph, Map<String, String> indifferent) {
        var wiring = new Wiring(graph, indifferent);
        return ENDS.stream()
                .flatMap(type -> graph.ofType(type).stream())
                .map(wiring::tell)
                .reduce("", (longest, next) -> next.length() > longest.length() ? next : longest);
    }

    private String tell(Node node) {
        var inputs = new TreeMap<String, String>();
        // The device of a loader may be left out, and is the default then.
        node.inputs().entrySet().stream()
                .filter(input -> !input.getKey().equals("device"))
                .forEach(input ->
                        inputs.put(input.getKey(), indifferent.getOrDefault(input.getKey(), tell(input.getValue()))));
        return node.type()
                + inputs.entrySet().stream()
                        .map(input -> input.getKey() + "=" + input.getValue())
                        .collect(Collectors.joining(" ", "(", ")"));
    }

    private String tell(Input input) {
        return switch (input) {
            case Input.Literal(Json.Num number) ->
                number.decimal()
                        .map(BigDecimal::stripTrailingZeros)
                        .map(BigDecimal::toPlainString)
                        .orElseThrow();
            case Input.Literal(var value) -> value.write();
            case Input.Link(var source, var slot) -> tell(graph.find(source).orElseThrow()) + ":" + slot;
        };
    }
}
