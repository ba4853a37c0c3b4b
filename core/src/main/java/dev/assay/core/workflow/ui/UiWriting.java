package dev.assay.core.workflow.ui;

import java.util.List;

import dev.assay.core.json.Json;

/** What came of writing the UI format. */
public sealed interface UiWriting {

    /** The workflow, whole. */
    record Written(Json workflow) implements UiWriting {}

    /**
     * The UI format needs to know the order of a node's widgets; where a class is not known, or the graph is wrong,
     * nothing is written.
     *
     * @param reasons a sentence each
     */
    record Refused(List<String> reasons) implements UiWriting {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
