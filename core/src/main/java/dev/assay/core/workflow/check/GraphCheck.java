package dev.assay.core.workflow.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.NodeDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.definition.OutputDefinition;
import dev.assay.core.workflow.model.ModelInputs;

/** Checks a graph against what nodes exist; what it finds nothing wrong with, the engine accepts. */
public final class GraphCheck {

    private final NodeDefinitions definitions;
    private final ModelInputs models;
    private final List<Problem> problems = new ArrayList<>();

    private GraphCheck(NodeDefinitions definitions, ModelInputs models) {
        this.definitions = definitions;
        this.models = models;
    }

    /**
     * All problems, node by node.
     *
     * @param models tells which inputs name models, whose lists do not count
     */
    public static List<Problem> against(NodeDefinitions definitions, ModelInputs models, Graph graph) {
        var check = new GraphCheck(definitions, models);
        check.graph(graph);
        return List.copyOf(check.problems);
    }

    private void graph(Graph graph) {
        var known = graph.nodes().stream()
                .map(node -> definitions.find(node.type()))
                .toList();
        graph.nodes()
                .forEach(node -> definitions
                        .find(node.type())
                        .ifPresentOrElse(
                                definition -> node(node, definition, graph),
                                () -> problems.add(new Problem.UnknownClass(node.id(), node.type()))));
        if (graph.inOrder().isEmpty()) {
            problems.add(new Problem.Cycle());
        }
        if (known.stream()
                .noneMatch(definition -> definition.map(NodeDefinition::output).orElse(true))) {
            problems.add(new Problem.NoOutput());
        }
    }

    private void node(Node node, NodeDefinition definition, Graph graph) {
        Set<String> names = new HashSet<>();
        for (var input : definition.inputsFor(node::literal)) {
            names.add(input.name());
            switch (node.inputs().get(input.name())) {
                case null -> missing(node, input);
                case Input.Literal(var value) -> literal(node, input, value);
                case Input.Link link -> link(node, input, link, graph);
            }
        }
        node.inputs().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(new Problem.UnknownInput(node.id(), node.type(), name)));
    }

    private void missing(Node node, InputDefinition input) {
        if (input.required()) {
            problems.add(new Problem.MissingInput(node.id(), node.type(), input.name()));
        }
    }

    private void literal(Node node, InputDefinition input, Json value) {
        var namesModel = models.folder(node.type(), input.name()).isPresent();
        LiteralCheck.of(node.id(), input, value, namesModel).ifPresent(problems::add);
    }

    private void link(Node node, InputDefinition input, Input.Link link, Graph graph) {
        var source = graph.find(link.source());
        if (source.isEmpty()) {
            problems.add(new Problem.NoSuchSource(node.id(), input.name(), link));
            return;
        }
        var definition = source.flatMap(from -> definitions.find(from.type()));
        if (definition.isEmpty()) {
            // Its class is named as unknown already; what it gives cannot be told.
            return;
        }
        output(definition.get(), link.slot())
                .ifPresentOrElse(
                        output -> types(node, input, output),
                        () -> problems.add(new Problem.NoSuchSource(node.id(), input.name(), link)));
    }

    private static Optional<OutputDefinition> output(NodeDefinition definition, int slot) {
        var outputs = definition.outputs();
        return slot >= 0 && slot < outputs.size() ? Optional.of(outputs.get(slot)) : Optional.empty();
    }

    private void types(Node node, InputDefinition input, OutputDefinition output) {
        var wanted = input.type().linkType();
        if (!joins(output.type(), wanted)) {
            problems.add(new Problem.LinkMismatch(node.id(), input.name(), output.type(), wanted));
        }
    }

    /** Either side may name several types, joined by commas, or any. */
    private static boolean joins(String given, String wanted) {
        var accepted = Arrays.asList(wanted.split(",", -1));
        return given.equals("*")
                || accepted.contains("*")
                || Arrays.stream(given.split(",", -1)).anyMatch(accepted::contains);
    }
}
