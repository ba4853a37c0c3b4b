package dev.assay.app.pipeline;

import java.util.Optional;

import dev.assay.civitai.model.About;
import dev.assay.civitai.model.ResolvedIngredient;

/**
 * One ingredient on its way: what it is, and where.
 *
 * @param directory kind of folder it belongs in, such as {@code loras}; empty where unknown
 * @param about what its source says of it besides; empty where nobody was asked
 */
public record Part(ResolvedIngredient resolved, String directory, PartState state, Optional<About> about) {

    /** One of which nothing more was asked. */
    public Part(ResolvedIngredient resolved, String directory, PartState state) {
        this(resolved, directory, state, Optional.empty());
    }

    public Part in(PartState other) {
        return new Part(resolved, directory, other, about);
    }

    Part with(About said) {
        return new Part(resolved, directory, state, Optional.of(said));
    }
}
