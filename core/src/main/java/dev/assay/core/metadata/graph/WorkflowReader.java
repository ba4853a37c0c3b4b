package dev.assay.core.metadata.graph;

import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiReading;
import dev.assay.core.workflow.ui.Unclear;

/**
 * Reads a graph of which only the editor's half is there: as it would be sent to the engine, subgraphs opened, what is
 * muted or bypassed taken out. It says what would run next, not what ran: the seed may have moved on.
 */
final class WorkflowReader {

    /** Both tables take a while to read, and most images never need them. */
    private static final class Known {
        static final UiFormat FORMAT =
                new UiFormat(NodeDefinitions.core().or(NodeDefinitions.packs()).remembered());
    }

    private static final int MAX_NAMED = 8;

    private final Json workflow;
    private final Draft draft;

    private WorkflowReader(Json workflow, Source source) {
        this.workflow = workflow;
        this.draft = new Draft(source);
    }

    static Reading read(Json workflow, Source source) {
        var reader = new WorkflowReader(workflow, source);
        reader.read();
        return reader.draft.build();
    }

    private void read() {
        draft.state(Parameter.TOOL, Optional.of("ComfyUI"));
        draft.find(
                Finding.info(
                        "GRAPH_NOT_EXECUTED",
                        Effect.DOUBT,
                        "Only the editor's half of the graph is there; what was run may differ from it, above all in the seed."));
        switch (Known.FORMAT.read(workflow)) {
            case UiReading.Exact(var graph) -> graph(graph);
            case UiReading.Incomplete incomplete -> {
                graph(incomplete.graph());
                unclear(incomplete);
            }
            case UiReading.Refused(var reason) ->
                draft.find(
                        Finding.warning("GRAPH_UNREADABLE", Effect.DOUBT, "The graph cannot be read: " + reason + "."));
        }
        new WorkflowModels(draft).read(workflow);
    }

    private void graph(Graph graph) {
        PromptGraphReader.read(ApiFormat.write(graph), draft);
    }

    private void unclear(UiReading.Incomplete incomplete) {
        var nodes = incomplete.unclear().stream()
                .map(Unclear::type)
                .distinct()
                .limit(MAX_NAMED)
                .collect(Collectors.joining(", "));
        draft.find(Finding.info(
                "GRAPH_VALUES_UNREAD",
                Effect.DOUBT,
                "Nodes of the graph that cannot be told exactly: " + nodes + "; what they set may be missing."));
    }
}
