package dev.assay.app.run;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiReading;
import dev.assay.core.workflow.ui.Unclear;

/**
 * A workflow as a graph that could be queued.
 *
 * @param canvas in UI format, where there is one
 * @param unclear what of it cannot be told exactly; then it must not be queued
 */
record ReadyGraph(Graph graph, Optional<Json> canvas, List<Unclear> unclear) {

    /** What came of reading it. */
    sealed interface Result {
        record Read(ReadyGraph graph) implements Result {}

        record Refused(String reason) implements Result {}
    }

    /** Reads it; where there are both forms, the executed one counts. */
    static Result of(EmbeddedGraph given, NodeDefinitions definitions) {
        if (given.prompt().isPresent()) {
            return switch (ApiFormat.read(given.prompt().get())) {
                case ApiReading.Read(var graph) -> new Result.Read(new ReadyGraph(graph, given.workflow(), List.of()));
                case ApiReading.Refused(var reason) -> new Result.Refused(reason);
            };
        }
        return switch (new UiFormat(definitions).read(given.workflow().orElse(Json.none()))) {
            case UiReading.Exact(var graph) -> new Result.Read(new ReadyGraph(graph, given.workflow(), List.of()));
            case UiReading.Incomplete(var graph, var unclear) ->
                new Result.Read(new ReadyGraph(graph, given.workflow(), unclear));
            case UiReading.Refused(var reason) -> new Result.Refused(reason);
        };
    }
}
