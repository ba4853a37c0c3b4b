package dev.assay.core.workflow.model;

import dev.assay.core.json.Json;
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

    /** Whether an input that is called so names a model, by all that its name tells. */
    public static boolean mayBeNamedBy(String input) {
        return FolderGuess.of(input, "").isPresent();
    }

    /** Whether a value, or what is in it, may name a model: a quick look, before a thorough one. */
    public static boolean mayBeIn(Json value) {
        return switch (value) {
            case Json.Str(var text) -> isFile(text) || text.contains("embedding:") || text.indexOf('<') >= 0;
            case Json.Arr(var items) -> items.stream().anyMatch(ModelReference::mayBeIn);
            case Json.Obj(var members) -> members.values().stream().anyMatch(ModelReference::mayBeIn);
            case Json.Num _, Json.Bool _, Json.Null _ -> false;
        };
    }
}
