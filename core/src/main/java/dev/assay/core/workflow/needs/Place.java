package dev.assay.core.workflow.needs;

import dev.assay.core.workflow.NodeId;

/**
 * Where a workflow names a model.
 *
 * @param type the class of the node
 * @param input the input that names it; {@code #0} and so on where only its place is known, {@code models} where only the
 *     author's list on the node names it
 */
public record Place(NodeId node, String type, String input) {}
