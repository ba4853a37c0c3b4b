package dev.assay.core.metadata.graph;

import java.util.Optional;

import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Reading;
import dev.assay.core.source.Source;

/** Reads a graph by the half that ran, where there is one, and by the editor's half otherwise. */
public final class GraphReading {

    private GraphReading() {}

    public static Optional<Reading> of(EmbeddedGraph graph, Source source) {
        return graph.prompt()
                .map(prompt -> PromptGraphReader.read(prompt, source))
                .or(() -> graph.workflow().map(workflow -> WorkflowReader.read(workflow, source)));
    }
}
