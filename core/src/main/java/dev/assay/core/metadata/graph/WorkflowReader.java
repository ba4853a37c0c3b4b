package dev.assay.core.metadata.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.source.Source;

/**
 * Reads a graph of which only the browser's half is there. It says what would run next, not what ran: the seed may have
 * moved on, and many values only exist while it runs.
 */
final class WorkflowReader {

    private static final int MAX_NODES = 10_000;
    private static final int MUTED = 2;
    private static final int BYPASSED = 4;

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
        var nodes = nodes();
        var models = new WorkflowModels(draft);
        nodes.forEach(models::read);
        workflow.at("models").items().forEach(row -> models.stated(row));
        var samplers = nodes.stream().filter(WorkflowSampler::samples).toList();
        if (samplers.size() == 1 && WorkflowSampler.canRead(samplers.getFirst())) {
            new WorkflowSampler(nodes, workflow, draft).read(samplers.getFirst());
        } else {
            draft.find(Finding.info(
                    "GRAPH_VALUES_UNREAD",
                    Effect.DOUBT,
                    samplers.size() < 2
                            ? "The graph has no sampler that can be read."
                            : "The graph has several samplers."));
        }
    }

    /** The nodes that take part, those of the subgraphs in use included. */
    private List<Json> nodes() {
        Map<String, Json> subgraphs = workflow.at("definitions").at("subgraphs").items().stream()
                .filter(graph -> graph.at("id").text().isPresent())
                .collect(Collectors.toMap(graph -> graph.at("id").text().orElseThrow(), graph -> graph, (a, _) -> a));
        List<Json> active = new ArrayList<>();
        Set<String> opened = new HashSet<>();
        List<Json> open = new ArrayList<>(List.of(workflow));
        while (!open.isEmpty() && active.size() < MAX_NODES) {
            for (var node : open.removeLast().at("nodes").items()) {
                var type = node.at("type").text().orElse("");
                if (isOff(node)) {
                    continue;
                }
                if (subgraphs.containsKey(type) && opened.add(type)) {
                    open.add(subgraphs.get(type));
                }
                active.add(node);
            }
        }
        return active;
    }

    private static boolean isOff(Json node) {
        var mode = node.at("mode").integer().orElse(0L);
        return mode == MUTED || mode == BYPASSED;
    }
}
