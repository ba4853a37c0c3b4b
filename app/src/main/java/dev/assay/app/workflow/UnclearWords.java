package dev.assay.app.workflow;

import dev.assay.core.workflow.ui.Unclear;

/** Why something about a node cannot be told, for people. */
public final class UnclearWords {

    private UnclearWords() {}

    /** A sentence. */
    public static String of(Unclear.Reason reason) {
        return switch (reason) {
            case UNNAMED_VALUES ->
                "Nothing is known about its class, and the workflow does not say what its values are called.";
            case RANDOM_TEXT -> "ComfyUI's front end would roll dice for its text: {a|b}.";
            case NOT_A_NUMBER -> "One of its values is not a number (NaN).";
            case GROUP_NODE -> "It is a group node of the old kind, which only ComfyUI's front end takes apart.";
            case GIVES_TO_ALL -> "It gives its inputs to every node that lacks them, by rules of its own.";
            case BROKEN_LINK -> "A link into it runs in a circle, or comes from nothing.";
            case BROKEN_SUBGRAPH -> "The subgraph that it stands for is missing, or contains itself.";
        };
    }
}
