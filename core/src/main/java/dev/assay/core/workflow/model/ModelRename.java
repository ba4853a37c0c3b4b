package dev.assay.core.workflow.model;

import java.util.Optional;

import dev.assay.core.workflow.EmbeddedModel;

/**
 * A model to be loaded under another name.
 *
 * @param type the class of the nodes that load it
 * @param input the input that names it
 * @param from the name as it stands, exactly
 * @param to the name to put there
 * @param model what is known about it, for the front end
 */
public record ModelRename(String type, String input, String from, String to, Optional<EmbeddedModel> model) {

    /** The rename of what this reference names. */
    public static ModelRename of(ModelReference reference, String to, Optional<EmbeddedModel> model) {
        return new ModelRename(reference.type(), reference.input(), reference.name(), to, model);
    }

    /** Whether it is about that input of that class of nodes. */
    public boolean isOf(String nodeType, String nodeInput) {
        return type.equals(nodeType) && input.equals(nodeInput);
    }
}
