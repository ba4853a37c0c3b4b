package dev.assay.app.pipeline;

import dev.assay.civitai.model.ResolvedIngredient;

/**
 * One ingredient on its way: what it is, and where.
 *
 * @param directory kind of folder it belongs in, such as {@code loras}; empty where unknown
 */
public record Part(ResolvedIngredient resolved, String directory, PartState state) {

    public Part in(PartState other) {
        return new Part(resolved, directory, other);
    }
}
