package dev.assay.app.run;

import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.check.GraphCheck;
import dev.assay.core.workflow.check.Problem;
import dev.assay.core.workflow.definition.NodeDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;

/**
 * What a server would certainly refuse. Custom nodes may take values that their own lists do not have, so that their values
 * are left to the server, which checks them as well before it queues anything.
 */
final class Soundness {

    private final NodeDefinitions definitions;
    private final Graph graph;

    private Soundness(NodeDefinitions definitions, Graph graph) {
        this.definitions = definitions;
        this.graph = graph;
    }

    static List<dev.assay.app.pipeline.Problem> problems(NodeDefinitions definitions, Graph graph) {
        var soundness = new Soundness(definitions, graph);
        return GraphCheck.against(definitions, ModelInputs.load(), graph).stream()
                .filter(soundness::isCertain)
                .map(problem -> new dev.assay.app.pipeline.Problem(
                        ExitCode.METADATA,
                        "workflow",
                        "It would not run: " + problem.sentence() + ".",
                        "Nothing was queued.",
                        "Correct it in ComfyUI and save it again."))
                .toList();
    }

    private boolean isCertain(Problem problem) {
        return switch (problem) {
            // An unknown class is named as such; an unknown input is ignored by the engine.
            case Problem.UnknownClass _, Problem.UnknownInput _ -> false;
            case Problem.MissingInput _, Problem.NoSuchSource _, Problem.Cycle _, Problem.NoOutput _ -> true;
            case Problem.WrongType(var node, var _, var _, var _) -> isCore(node);
            case Problem.OutOfRange(var node, var _, var _) -> isCore(node);
            case Problem.NotInList(var node, var _, var _) -> isCore(node);
            case Problem.LinkMismatch(var node, var _, var _, var _) -> isCore(node);
        };
    }

    private boolean isCore(NodeId id) {
        return graph.find(id)
                .flatMap(node -> definitions.find(node.type()))
                .filter(NodeDefinition::core)
                .isPresent();
    }
}
