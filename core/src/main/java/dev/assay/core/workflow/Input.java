package dev.assay.core.workflow;

import dev.assay.core.json.Json;

/** What an input of a node gets. */
public sealed interface Input {

    /** A value; a list stands as itself, whatever a format wraps it in. */
    record Literal(Json value) implements Input {}

    /**
     * What another node puts out.
     *
     * @param slot the place of the output, from 0
     */
    record Link(NodeId source, int slot) implements Input {}
}
