package dev.assay.core.workflow.ui;

import java.util.List;

import dev.assay.core.workflow.Graph;

/** What came of reading the UI format. */
public sealed interface UiReading {

    /** What the front end would send to the engine, exactly. */
    record Exact(Graph graph) implements UiReading {}

    /**
     * Some of it cannot be told. The graph is good for looking at, such as for the models it names, and not for running:
     * a value whose input has no known name stands as {@code #0}, {@code #1}, and so on, by its place.
     */
    record Incomplete(Graph graph, List<Unclear> unclear) implements UiReading {
        public Incomplete {
            unclear = List.copyOf(unclear);
        }
    }

    /**
     * It is no workflow in UI format, or none within bounds.
     *
     * @param reason a sentence
     */
    record Refused(String reason) implements UiReading {}
}
