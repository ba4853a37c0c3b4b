package dev.assay.app.pipeline;

import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** What a report's workflow would look like on ComfyUI's canvas, to be looked at before anything is fetched or written. */
public final class Sketch {

    private Sketch() {}

    /** The canvas; empty where there is no graph to draw, or it would not run. */
    public static Optional<Json> of(Report report) {
        return report.blueprint()
                .filter(blueprint -> blueprint.graph().isPresent())
                .flatMap(blueprint -> drawn(report, blueprint));
    }

    private static Optional<Json> drawn(Report report, Blueprint blueprint) {
        var text = new WorkflowText(NodeDefinitions.core());
        return switch (text.of(blueprint, WorkflowFormat.UI, CanvasNote.of(report))) {
            case WorkflowText.Result.Written(var canvas) -> Optional.of(canvas);
            case WorkflowText.Result.Refused(var _) -> Optional.empty();
        };
    }
}
