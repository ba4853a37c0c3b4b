package dev.assay.core.workflow.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses the folder of a model from what an input, or else its node, is called. */
final class FolderGuess {

    /** The first that fits counts: {@code clip_vision} must come before {@code clip}. */
    private static final Map<Pattern, String> SIGNS = signs();

    private FolderGuess() {}

    private static Map<Pattern, String> signs() {
        Map<Pattern, String> signs = new LinkedHashMap<>();
        signs.put(Pattern.compile("lora|lycoris"), "loras");
        signs.put(Pattern.compile("vae"), "vae");
        signs.put(Pattern.compile("clip_?vision"), "clip_vision");
        signs.put(Pattern.compile("ckpt|checkpoint"), "checkpoints");
        signs.put(Pattern.compile("control_?net|cnet"), "controlnet");
        signs.put(Pattern.compile("upscale"), "upscale_models");
        signs.put(Pattern.compile("ultralytics|bbox|segm"), "ultralytics");
        signs.put(Pattern.compile("sam_model|samloader"), "sams");
        signs.put(Pattern.compile("ip_?adapter"), "ipadapter");
        signs.put(Pattern.compile("embedding"), "embeddings");
        signs.put(Pattern.compile("clip|t5|text_?encoder"), "text_encoders");
        signs.put(Pattern.compile("unet|diffusion|dit|model_name"), "diffusion_models");
        return signs;
    }

    static Optional<String> of(String input, String type) {
        return from(input).or(() -> from(type));
    }

    private static Optional<String> from(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return SIGNS.entrySet().stream()
                .filter(sign -> sign.getKey().matcher(plain).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
