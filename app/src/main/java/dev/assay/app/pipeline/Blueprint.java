package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.api.ApiFormat;

/**
 * The answer to the third question: the graph, before it is written.
 *
 * @param family of the base model, for people
 * @param graph empty where a problem keeps it from being drawn
 * @param canvas the maker's own canvas, where there is one
 * @param ownGraph whether it is the maker's own
 */
public record Blueprint(
        Optional<String> family,
        Optional<Graph> graph,
        Optional<Json> canvas,
        boolean ownGraph,
        List<Finding> findings,
        List<Problem> problems) {

    public Blueprint {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /** All texts that the graph's nodes are given, names of files among them. */
    List<String> texts() {
        return graph.stream()
                .flatMap(drawn -> drawn.nodes().stream())
                .flatMap(node -> node.inputs().values().stream())
                .flatMap(input -> input instanceof Input.Literal(var value) ? value.text().stream() : Stream.empty())
                .toList();
    }

    /**
     * The workflow in both forms, as far as there are both.
     *
     * @param written what was written, in that format
     * @param canvasOnly whether what the engine would be told is not known entirely
     */
    EmbeddedGraph inBothForms(Json written, WorkflowFormat format, boolean canvasOnly) {
        return new EmbeddedGraph(
                graph.filter(_ -> !canvasOnly).map(ApiFormat::write),
                format == WorkflowFormat.UI ? Optional.of(written) : canvas);
    }
}
