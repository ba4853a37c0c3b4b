package dev.assay.core.workflow.api;

import dev.assay.core.workflow.Graph;

/** What came of reading the API format. */
public sealed interface ApiReading {

    /** The graph, whole. */
    record Read(Graph graph) implements ApiReading {}

    /**
     * It is no workflow in API format, or one that cannot be told exactly.
     *
     * @param reason a sentence, naming the node where one is to blame
     */
    record Refused(String reason) implements ApiReading {}
}
