package dev.assay.app.pipeline;

import java.util.List;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.check.GraphCheck;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.ui.UiEditor;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiNote;
import dev.assay.core.workflow.ui.UiWriting;

/** Turns a graph into a workflow, after checking it against the definitions of its nodes. */
final class WorkflowText {

    private final NodeDefinitions definitions;

    WorkflowText(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    /** The workflow, or why there is none. */
    sealed interface Result {
        /** In the form that was asked for. */
        record Written(Json workflow) implements Result {}

        record Refused(Problem problem) implements Result {}
    }

    Result of(Blueprint blueprint, WorkflowFormat format, UiNote note) {
        var graph = blueprint.graph().orElseThrow();
        return blueprint.ownGraph() ? own(blueprint, graph, format, note) : drawn(graph, format, note);
    }

    /**
     * The maker's own: it ran once, and may use nodes that nobody here knows. Its API format is what ran, to the letter; a
     * canvas gets the note beside what is on it.
     */
    private Result own(Blueprint blueprint, Graph graph, WorkflowFormat format, UiNote note) {
        return switch (format) {
            case API -> new Result.Written(ApiFormat.write(graph));
            case UI ->
                blueprint
                        .canvas()
                        .<Result>map(canvas -> new Result.Written(UiEditor.withNote(canvas, note)))
                        .orElseGet(() -> canvas(graph, note));
        };
    }

    private Result canvas(Graph graph, UiNote note) {
        return switch (new UiFormat(definitions).write(graph, List.of(note))) {
            case UiWriting.Written(var workflow) -> new Result.Written(workflow);
            case UiWriting.Refused(var reasons) ->
                new Result.Refused(new Problem(
                        ExitCode.METADATA,
                        "workflow",
                        "The image holds its maker's graph as it was executed, but not its canvas, and none can be made: "
                                + reasons.stream().limit(5).collect(Collectors.joining("; ")) + ".",
                        "The UI format needs to know each node's widgets.",
                        "Write the API format instead: --format api."));
        };
    }

    private Result drawn(Graph graph, WorkflowFormat format, UiNote note) {
        var wrong = GraphCheck.against(definitions, ModelInputs.load(), graph).stream()
                .filter(problem -> problem.prevents())
                .map(problem -> problem.sentence())
                .toList();
        if (!wrong.isEmpty()) {
            return refused(wrong);
        }
        return switch (format) {
            case API ->
                new Result.Written(ApiFormat.write(graph, note.text().lines().toList()));
            case UI -> canvas(graph, note);
        };
    }

    private static Result refused(List<String> reasons) {
        return new Result.Refused(new Problem(
                ExitCode.DEFECT,
                "workflow",
                "The graph would not run: " + reasons.stream().limit(5).collect(Collectors.joining("; ")) + ".",
                "This is a defect in Assay; nothing was written.",
                "Please report it with the output of --json."));
    }
}
