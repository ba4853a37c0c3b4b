package dev.assay.app.pipeline;

import java.util.Optional;

import dev.assay.civitai.model.About;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.ingredient.Resolution;

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

    /** Whether it is shown, and the workflow does not need it. */
    public boolean isAside() {
        return state.equals(Placing.ASIDE);
    }

    /** The name by which ComfyUI lists it, or would; empty where it is not known which file it is, or it cannot be had. */
    public Optional<String> listingName() {
        if (!(resolved.resolution() instanceof Resolution.Exact(var file, var _))) {
            return Optional.empty();
        }
        return switch (state) {
            case PartState.OnDisk(var _, var name) -> Optional.of(name);
            case PartState.Fetched(var _, var name, var _) -> Optional.of(name);
            case PartState.Missing(var _, var name, var _) -> Optional.of(name);
            case PartState.NotLookedFor() -> Optional.of(Uses.name(file).text());
            case PartState.Unavailable _ -> Optional.empty();
        };
    }
}
