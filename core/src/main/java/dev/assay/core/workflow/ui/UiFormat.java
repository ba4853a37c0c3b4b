package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** Reads and writes the UI format, with the help of what is known about classes of nodes. */
public final class UiFormat {

    private final NodeDefinitions definitions;

    public UiFormat(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    /** Whether it looks like the UI format: an object with a list of nodes that have types. */
    public static boolean recognises(Json json) {
        return json.at("nodes").items().stream()
                .anyMatch(node -> node.at("type").text().isPresent());
    }

    /**
     * Writes a graph, laid out from left to right. Inputs that its definition does not know are left out, as the engine
     * ignores them; a widget that the graph does not set gets its initial value, since the UI format cannot leave it
     * unset. {@code GraphCheck} names both.
     *
     * @param notes shown left of the nodes
     */
    public UiWriting write(Graph graph, List<UiNote> notes) {
        Set<String> reasons = new LinkedHashSet<>();
        var order = graph.inOrder();
        if (order.isEmpty()) {
            reasons.add("the graph has a cycle");
        }
        List<Shape> shapes = new ArrayList<>();
        for (var node : order.orElse(List.of())) {
            definitions
                    .find(node.type())
                    .ifPresentOrElse(
                            definition -> shapes.add(Shape.of(node, definition)),
                            () -> reasons.add("nothing is known about the class " + node.type()));
            reasons.addAll(loose(node, graph));
        }
        return reasons.isEmpty()
                ? new UiWriting.Written(new UiWriter(shapes).write(notes))
                : new UiWriting.Refused(List.copyOf(reasons));
    }

    /** Reads a workflow as the front end would send it to the engine. */
    public UiReading read(Json json) {
        return recognises(json)
                ? new UiReader(definitions).read(json)
                : new UiReading.Refused("it has no list of nodes, so this is no workflow in UI format");
    }

    private List<String> loose(Node node, Graph graph) {
        return node.links()
                .filter(link -> graph.find(link.source())
                        .flatMap(source -> definitions.find(source.type()))
                        .filter(source -> link.slot() < source.outputs().size())
                        .isEmpty())
                .map(link -> "node " + node.id() + " gets something from output " + link.slot() + " of node "
                        + link.source() + ", which is not known to exist")
                .toList();
    }
}
