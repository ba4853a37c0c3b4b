package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.WorkflowText;
import dev.assay.core.workflow.definition.InputType;
import dev.assay.core.workflow.definition.NodeDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** Reads one workflow: makes of it what the front end would send to the engine. */
final class UiReader {

    private final NodeDefinitions definitions;
    private final Set<Unclear> unclear = new LinkedHashSet<>();
    private final List<Node> nodes = new ArrayList<>();

    UiReader(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    UiReading read(Json workflow) {
        var subgraphs = Subgraphs.open(workflow);
        if (subgraphs.tooLarge()) {
            return new UiReading.Refused("the workflow is too large");
        }
        unclear.addAll(subgraphs.unclear());
        for (var scope : subgraphs.scopes()) {
            for (var node : scope.nodes().values()) {
                if (node.mode() == UiNode.Mode.ACTIVE && !subgraphs.isInstance(node)) {
                    read(scope, node);
                }
            }
        }
        var graph = withoutLooseLinks(Graph.of(nodes));
        return unclear.isEmpty() ? new UiReading.Exact(graph) : new UiReading.Incomplete(graph, List.copyOf(unclear));
    }

    private void read(UiScope scope, UiNode node) {
        switch (Virtual.of(node.type()).orElse(null)) {
            case null -> nodes.add(real(scope, node));
            case TO_ALL -> {
                if (node.inputs().stream().anyMatch(input -> input.link().isPresent())) {
                    unclear(scope, node, Unclear.Reason.GIVES_TO_ALL);
                }
            }
            case GROUP -> {
                unclear(scope, node, Unclear.Reason.GROUP_NODE);
                nodes.add(real(scope, node));
            }
            case NOTHING, PASS, VALUE, SET, GET -> {}
        }
    }

    private Node real(UiScope scope, UiNode node) {
        var definition = definitions.find(node.type());
        var values = WidgetValues.of(node, definition);
        if (!values.complete()) {
            unclear(scope, node, Unclear.Reason.UNNAMED_VALUES);
        }
        Map<String, Input> inputs = new LinkedHashMap<>();
        values.byName().forEach((name, value) -> {
            var promoted = Promoted.value(scope, node, name).map(Home::value).orElse(value);
            inputs.put(name, new Input.Literal(text(scope, node, definition, name, promoted)));
        });
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            link(scope, node, slot, definition, inputs);
        }
        var title = node.raw().at("title").text();
        return new Node(scope.id(node), node.type(), inputs, title, Optional.empty(), ModelEntry.read(node.raw()));
    }

    private void link(
            UiScope scope, UiNode node, int slot, Optional<NodeDefinition> definition, Map<String, Input> inputs) {
        var found = LinkResolver.into(scope, node, slot);
        if (found.broken()) {
            unclear(scope, node, Unclear.Reason.BROKEN_LINK);
        }
        var name = node.inputs().get(slot).name();
        switch (found.value().orElse(null)) {
            case null -> {}
            case Input.Link link -> inputs.put(name, link);
            case Input.Literal(var value) ->
                inputs.put(name, new Input.Literal(text(scope, node, definition, name, value)));
        }
    }

    /** A text as the front end sends it. */
    private Json text(UiScope scope, UiNode node, Optional<NodeDefinition> definition, String input, Json value) {
        if (WorkflowText.holdsNoNumber(value)) {
            unclear(scope, node, Unclear.Reason.NOT_A_NUMBER);
        }
        if (!(value instanceof Json.Str(var text)) || !isDynamic(definition, input)) {
            return value;
        }
        var resolved = DynamicPrompt.resolve(text);
        if (resolved.isEmpty()) {
            unclear(scope, node, Unclear.Reason.RANDOM_TEXT);
        }
        return resolved.map(Json::of).orElse(value);
    }

    private static boolean isDynamic(Optional<NodeDefinition> definition, String input) {
        return definition.stream()
                .flatMap(known -> known.inputs().stream())
                .anyMatch(known -> known.name().equals(input)
                        && known.type() instanceof InputType.Text(var _, var dynamic)
                        && dynamic);
    }

    private void unclear(UiScope scope, UiNode node, Unclear.Reason reason) {
        unclear.add(new Unclear(scope.id(node), node.type(), reason));
    }

    /** The front end drops links from nodes that it does not send. */
    private static Graph withoutLooseLinks(Graph graph) {
        return graph.map(node -> {
            Map<String, Input> inputs = new LinkedHashMap<>(node.inputs());
            inputs.values()
                    .removeIf(input -> input instanceof Input.Link(NodeId source, var _)
                            && graph.find(source).isEmpty());
            return inputs.size() == node.inputs().size()
                    ? node
                    : new Node(node.id(), node.type(), inputs, node.title(), node.stage(), node.models());
        });
    }
}
