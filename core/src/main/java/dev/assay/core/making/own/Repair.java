package dev.assay.core.making.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.check.GraphCheck;
import dev.assay.core.workflow.check.Problem;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;

/**
 * What an old graph needs before a new engine takes it: classes get new inputs, and the engine fills in none. The front
 * end would give them their defaults when it opens the graph, and so does this.
 */
final class Repair {

    private static final int MOST = 5;

    private final NodeDefinitions definitions;
    private final List<String> filled = new ArrayList<>();

    Repair(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    /** The graph with values for all widgets that its classes need. */
    Graph complete(Graph graph) {
        return graph.map(this::complete);
    }

    private Node complete(Node node) {
        var complete = node;
        var inputs = definitions.find(node.type()).stream()
                .flatMap(definition -> definition.inputsFor(node::literal).stream())
                .filter(input -> input.required() && isLacking(node, input))
                .toList();
        for (var input : inputs) {
            complete = complete.with(input.name(), new Input.Literal(input.initial()));
            filled.add(
                    node.type() + "." + input.name() + " = " + input.initial().write());
        }
        return complete;
    }

    private static boolean isLacking(Node node, InputDefinition input) {
        return !node.inputs().containsKey(input.name())
                && input.type().isWidget()
                && !input.initial().isNull();
    }

    /** What was filled in, and what is left that a plain engine would refuse. */
    List<Finding> findings(Graph complete) {
        var problems = GraphCheck.against(definitions, ModelInputs.load(), complete);
        return Stream.of(
                        some(filled).map(Repair::defaulted),
                        some(sentences(problems, Blame.PACKS)).map(Repair::refused),
                        some(sentences(problems, Blame.GRAPH)).map(Repair::broken))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> sentences(List<Problem> problems, Blame blame) {
        return problems.stream()
                .filter(problem -> blame(problem) == blame)
                .map(Problem::sentence)
                .toList();
    }

    /** Why an engine refuses a graph. */
    private enum Blame {
        /** It does not, or that is said apart, as of unknown classes. */
        NOTHING,
        /** The maker's packs may take it otherwise. */
        PACKS,
        /** No pack brings what is not there. */
        GRAPH
    }

    private static Blame blame(Problem problem) {
        return switch (problem) {
            case Problem.UnknownClass _, Problem.UnknownInput _, Problem.NoOutput _ -> Blame.NOTHING;
            case Problem.MissingInput _,
                    Problem.WrongType _,
                    Problem.OutOfRange _,
                    Problem.NotInList _,
                    Problem.LinkMismatch _ -> Blame.PACKS;
            case Problem.NoSuchSource _, Problem.Cycle _ -> Blame.GRAPH;
        };
    }

    private static Optional<String> some(List<String> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream().distinct().limit(MOST).collect(Collectors.joining("; ")));
    }

    private static Finding defaulted(String what) {
        return Finding.info(
                "GRAPH_DEFAULTS",
                Effect.DOUBT,
                "The graph is older than some inputs of its nodes, which get their defaults: " + what + ".");
    }

    private static Finding refused(String what) {
        return Finding.warning(
                        "GRAPH_REFUSED",
                        Effect.NONE,
                        "A ComfyUI without the maker's packs would refuse the graph: " + what + ".")
                .advise("Install the packs that the maker used, for example with ComfyUI-Manager.");
    }

    private static Finding broken(String what) {
        return Finding.warning("GRAPH_REFUSED", Effect.NONE, "Any ComfyUI would refuse the graph: " + what + ".")
                .advise("Open the workflow in ComfyUI and mend what is named.");
    }
}
