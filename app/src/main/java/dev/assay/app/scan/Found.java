package dev.assay.app.scan;

import dev.assay.app.pipeline.Problem;
import dev.assay.core.metadata.EmbeddedGraph;

/** What came of looking for a workflow in one file, or in one entry of an archive. */
sealed interface Found {

    /** As the user named it, or as it was found; an entry of an archive stands behind an exclamation mark. */
    String name();

    /** The same under another name. */
    default Found called(String other) {
        return switch (this) {
            case Workflow(var _, var graph) -> new Workflow(other, graph);
            case None _ -> new None(other);
            case Unreadable(var _, var problem) -> new Unreadable(other, problem);
        };
    }

    record Workflow(String name, EmbeddedGraph graph) implements Found {}

    /** It can be read, and holds no workflow. */
    record None(String name) implements Found {}

    record Unreadable(String name, Problem problem) implements Found {}
}
