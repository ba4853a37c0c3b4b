package dev.assay.core.workflow.model;

import dev.assay.core.workflow.NodeId;

/**
 * A model that a node needs.
 *
 * @param node which node
 * @param type its class
 * @param input which of its inputs names the model
 * @param name as the node has it: a file name below the folder, with or without a subfolder; of an {@code embedding:}
 *     token or a {@code <lora:…>} tag, mostly without an extension
 * @param folder the key of the folder, such as {@code checkpoints}; empty where nobody can tell
 * @param guessed whether the folder, or that it is a model at all, was concluded from names
 */
public record ModelReference(NodeId node, String type, String input, String name, String folder, boolean guessed) {

    /** Whether a name ends like that of a file that holds a model. */
    public static boolean isFile(String name) {
        return ModelNames.isFile(name);
    }
}
