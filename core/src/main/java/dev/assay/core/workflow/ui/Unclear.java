package dev.assay.core.workflow.ui;

import dev.assay.core.workflow.NodeId;

/**
 * What cannot be told about a node.
 *
 * @param type its class
 */
public record Unclear(NodeId node, String type, Reason reason) {

    /** Why it cannot be told. */
    public enum Reason {
        /** The class is not known, and the workflow does not say what its values are called. */
        UNNAMED_VALUES,
        /** The front end rolls dice for this text each time. */
        RANDOM_TEXT,
        /** A text or a number that is not one: {@code NaN}. */
        NOT_A_NUMBER,
        /** A group node of the old kind, which the front end takes apart by rules of its own. */
        GROUP_NODE,
        /** It gives its inputs to every node that lacks them, by rules of its own. */
        GIVES_TO_ALL,
        /** A link runs in a circle, or leads to nothing. */
        BROKEN_LINK,
        /** The subgraph that it stands for is missing, or contains itself. */
        BROKEN_SUBGRAPH
    }
}
