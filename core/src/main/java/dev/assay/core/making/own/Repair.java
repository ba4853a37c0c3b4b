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
        var wrong = GraphCheck.against(definitions, ModelInputs.load(), complete).stream()
                .filter(Repair::isWorthAWord)
                .map(Problem::sentence)
                .toList();
        return Stream.of(some(filled).map(Repair::defaulted), some(wrong).map(Repair::refused))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Unknown classes are said apart. */
    private static boolean isWorthAWord(Problem problem) {
        return switch (problem) {
            case Problem.UnknownClass _, Problem.UnknownInput _, Problem.NoOutput _ -> false;
            case Problem.MissingInput _,
                    Problem.WrongType _,
                    Problem.OutOfRange _,
                    Problem.NotInList _,
                    Problem.NoSuchSource _,
                    Problem.LinkMismatch _,
                    Problem.Cycle _ -> true;
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
}
