package dev.assay.core.making;

import java.util.List;
import java.util.Optional;

import dev.assay.core.ingredient.Role;

/**
 * What a settled recipe cannot be drawn whole without, and is not placed. Whoever draws asks here first: a model that
 * nobody has must end the job, not shrink the graph.
 */
public final class Needs {

    private Needs() {}

    /**
     * A model that is named and not placed.
     *
     * @param name as the metadata call it
     */
    public record Need(Role role, String name) {}

    /** All that is missing; empty where everything can be drawn. */
    public static List<Need> missing(Settled settled, Materials materials) {
        return settled.hires().flatMap(hires -> upscaler(hires.upscaling(), materials)).stream()
                .toList();
    }

    /** Whether there are text encoders and a VAE, from the model's own file or from others. */
    public static boolean canBeLoaded(Settled settled, Materials materials) {
        var contents = materials.contents();
        var form = settled.family().form().of(contents);
        var encodes = contents.encoders()
                || form.encoders()
                        .filter(encoders ->
                                encoders.files().size() <= materials.encoders().size())
                        .isPresent();
        return encodes && (contents.vae() || materials.vae().isPresent());
    }

    private static Optional<Need> upscaler(Settled.Upscaling upscaling, Materials materials) {
        return switch (upscaling) {
            case Settled.Upscaling.InLatent _, Settled.Upscaling.ByPixels _ -> Optional.empty();
            case Settled.Upscaling.ByModel(var name) ->
                materials.upscaler(name).isPresent() ? Optional.empty() : Optional.of(new Need(Role.UPSCALER, name));
        };
    }
}
