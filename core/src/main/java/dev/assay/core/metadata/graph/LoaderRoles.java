package dev.assay.core.metadata.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.ingredient.Role;

/** What the model in an input of a ComfyUI node is for. */
final class LoaderRoles {

    /** Inputs that hold one kind of model in every pack that has them. */
    private static final Map<String, Role> INPUTS = Map.ofEntries(
            Map.entry("ckpt_name", Role.CHECKPOINT),
            Map.entry("base_ckpt_name", Role.CHECKPOINT),
            Map.entry("refiner_ckpt_name", Role.REFINER),
            Map.entry("unet_name", Role.UNET),
            Map.entry("vae_name", Role.VAE),
            Map.entry("control_net_name", Role.CONTROLNET),
            Map.entry("hypernetwork_name", Role.HYPERNETWORK),
            Map.entry("style_model_name", Role.OTHER),
            Map.entry("gligen_name", Role.OTHER),
            Map.entry("photomaker_model_name", Role.OTHER));

    private static final Pattern LORA = Pattern.compile("lora(?:_name)?(?:_?\\d{1,2})?|lora_\\d{1,2}_name");
    private static final Pattern CLIP = Pattern.compile("(?:clip_name|text_encoder)\\d?(?:_opt)?");

    private static final Pattern PACK = Pattern.compile("\\([^()]*\\)");

    private record Word(String word, Role role) {}

    /** In the order in which they decide. */
    private static final List<Word> WORDS = List.of(
            new Word("lora", Role.LORA),
            new Word("clipvision", Role.CLIP_VISION),
            new Word("clip_vision", Role.CLIP_VISION),
            new Word("control", Role.CONTROLNET),
            new Word("vae", Role.VAE),
            new Word("upscale", Role.UPSCALER),
            new Word("detector", Role.DETECTION),
            new Word("ultralytics", Role.DETECTION),
            new Word("sam", Role.OTHER),
            new Word("hypernet", Role.HYPERNETWORK),
            new Word("ckpt", Role.CHECKPOINT),
            new Word("checkpoint", Role.CHECKPOINT),
            new Word("unet", Role.UNET),
            new Word("diffusion", Role.UNET),
            new Word("videomodel", Role.UNET),
            new Word("dit", Role.UNET),
            new Word("clip", Role.TEXT_ENCODER),
            new Word("t5", Role.TEXT_ENCODER),
            new Word("textencoder", Role.TEXT_ENCODER),
            new Word("text_encoder", Role.TEXT_ENCODER));

    private LoaderRoles() {}

    /** The role that an input of that name always has; none for a name that may mean anything. */
    static Optional<Role> stated(String type, String input) {
        if (input.startsWith("lora") && LORA.matcher(input).matches()) {
            return Optional.of(Role.LORA);
        }
        if ((input.startsWith("clip") || input.startsWith("text"))
                && CLIP.matcher(input).matches()) {
            return Optional.of(type.contains("CLIPVision") ? Role.CLIP_VISION : Role.TEXT_ENCODER);
        }
        return Optional.ofNullable(INPUTS.get(input));
    }

    /** The likeliest role of a model file in an input that may mean anything, told by the words in both names. */
    static Role guessed(String type, String input) {
        // What stands in brackets is the pack's name, such as "(LoraManager)".
        var words = (PACK.matcher(type).replaceAll("") + " " + input).toLowerCase(Locale.ROOT);
        for (var sign : WORDS) {
            if (words.contains(sign.word())) {
                return sign.role();
            }
        }
        return Role.OTHER;
    }
}
