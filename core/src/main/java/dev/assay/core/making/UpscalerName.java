package dev.assay.core.making;

import java.util.Locale;
import java.util.Optional;

/** What A1111's names of upscalers mean: some are built in, all others are models. */
public final class UpscalerName {

    private UpscalerName() {}

    /** Whether an upscale model goes by that name; empty is none. */
    public static boolean isModel(String name) {
        return !name.isBlank() && builtIn(name).isEmpty();
    }

    /** The way of enlarging that needs no model; empty where it needs one. */
    static Optional<Settled.Upscaling> builtIn(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "latent", "latent (antialiased)" -> Optional.of(new Settled.Upscaling.InLatent("bilinear"));
            case "latent (bicubic)", "latent (bicubic antialiased)" ->
                Optional.of(new Settled.Upscaling.InLatent("bicubic"));
            case "latent (nearest)", "latent (nearest-exact)" ->
                Optional.of(new Settled.Upscaling.InLatent("nearest-exact"));
            case "none", "lanczos" -> Optional.of(new Settled.Upscaling.ByPixels("lanczos"));
            case "nearest" -> Optional.of(new Settled.Upscaling.ByPixels("nearest-exact"));
            default -> Optional.empty();
        };
    }
}
