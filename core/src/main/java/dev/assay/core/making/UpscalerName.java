package dev.assay.core.making;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What A1111's names of upscalers mean: some are built in, all others are models. */
public final class UpscalerName {

    /** What surrounds the method's name, and whether it is smoothed, which ComfyUI does not know. */
    private static final Pattern LATENT_WORDS = Pattern.compile("^latent\\b|[()\\s]|antialias(?:ed)?");

    private static final Map<String, String> LATENT = Map.of(
            "", "bilinear",
            "bilinear", "bilinear",
            "bicubic", "bicubic",
            "nearest", "nearest-exact",
            "nearest-exact", "nearest-exact",
            "area", "area");

    private static final Map<String, String> PIXELS = Map.of(
            "none", "lanczos",
            "lanczos", "lanczos",
            "nearest", "nearest-exact",
            "bilinear", "bilinear",
            "bicubic", "bicubic");

    private UpscalerName() {}

    /** Whether an upscale model goes by that name; empty is none. */
    public static boolean isModel(String name) {
        return !name.isBlank() && builtIn(name).isEmpty();
    }

    /**
     * The way of enlarging that needs no model; empty where it needs one. SD.Next writes {@code Latent Bicubic antialias} and
     * {@code Resize Lanczos}.
     */
    static Optional<Settled.Upscaling> builtIn(String name) {
        var key = name.strip().toLowerCase(Locale.ROOT);
        if (key.startsWith("latent")) {
            return Optional.ofNullable(LATENT.get(LATENT_WORDS.matcher(key).replaceAll("")))
                    .map(Settled.Upscaling.InLatent::new);
        }
        return Optional.ofNullable(PIXELS.get(key.startsWith("resize ") ? key.substring("resize ".length()) : key))
                .map(Settled.Upscaling.ByPixels::new);
    }
}
