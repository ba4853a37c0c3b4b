package dev.assay.core.family;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a model was taught to need few steps and hardly any CFG, if it was. */
public enum Distillation {
    NONE("(?!)"),
    TURBO("turbo"),
    LIGHTNING("lightning"),
    /** "Hyperrealistic", "hyperdetailed" and the like are styles, "hypernetwork" is another thing. */
    HYPER("hyper(?![ _-]?(?:real|detail|fant|fus|pop|net|active|colou?r))"),
    LCM("lcm"),
    DMD2("dmd2"),
    /** "Flashlight", "flashback" and the like are things to be seen. */
    FLASH("flash(?![ _-]?(?:light|back|photo|y|ing|es))");

    static final Sanity SANITY = new Sanity(
            Range.of("0", "2.5"),
            Range.of("0", "4"),
            Range.of("1", "16"),
            Range.of("1", "16"),
            "cards of distilled models: CFG 1 to 2, 2 to 8 steps");

    private final Pattern sign;

    Distillation(String sign) {
        this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
    }

    /** A distillation, and the name that tells it. */
    public record Sign(Distillation distillation, String name) {}

    /**
     * Looks for a distillation in the names of a version, its file and the LoRAs used with it. A sign is no proof:
     * whoever uses it says which name it came from.
     */
    public static Optional<Sign> signIn(Collection<String> names) {
        return names.stream()
                .flatMap(name -> Arrays.stream(values())
                        .filter(distillation -> distillation.sign.matcher(name).find())
                        .map(distillation -> new Sign(distillation, name)))
                .findFirst();
    }

    /** What is assumed for such a model. */
    Defaults defaults() {
        return switch (this) {
            case NONE -> Defaults.of("dpmpp_2m", "karras", "7", 30, "Civitai's own default");
            case TURBO -> Defaults.of("euler_ancestral", "sgm_uniform", "1", 4, "ComfyUI's SDXL Turbo example");
            case LIGHTNING -> Defaults.of("euler", "sgm_uniform", "1", 8, "the SDXL Lightning card");
            case HYPER -> Defaults.of("euler", "sgm_uniform", "1", 8, "the Hyper-SD card");
            case LCM ->
                Defaults.of("lcm", "sgm_uniform", "1.8", 5, "ComfyUI's LCM example")
                        .withLcmSampling();
            case DMD2 -> Defaults.of("lcm", "sgm_uniform", "1", 4, "the DMD2 card");
            case FLASH -> Defaults.of("lcm", "sgm_uniform", "1", 4, "the Flash Diffusion card");
        };
    }
}
