package dev.assay.core.metadata;

import java.util.Locale;

/**
 * A setting of a generation that Assay understands, named as A1111's infotext names it. Whatever else metadata hold is
 * kept under its own key.
 */
public enum Parameter {
    PROMPT("Prompt", Kind.TEXT),
    NEGATIVE_PROMPT("Negative prompt", Kind.TEXT),
    STEPS("Steps", Kind.WHOLE),
    SAMPLER("Sampler", Kind.NAME),
    SCHEDULE_TYPE("Schedule type", Kind.NAME),
    CFG_SCALE("CFG scale", Kind.DECIMAL),
    DISTILLED_CFG_SCALE("Distilled CFG Scale", Kind.DECIMAL),
    SEED("Seed", Kind.WHOLE),
    /** Of the first pass, in pixels; the file may be larger. */
    WIDTH("Width", Kind.WHOLE),
    HEIGHT("Height", Kind.WHOLE),
    /** Of a film. */
    FRAMES("Frames", Kind.WHOLE),
    /** Of a film, in frames a second. */
    FRAME_RATE("Frame rate", Kind.DECIMAL),
    CLIP_SKIP("Clip skip", Kind.WHOLE),
    DENOISING_STRENGTH("Denoising strength", Kind.DECIMAL),
    HIRES_UPSCALE("Hires upscale", Kind.DECIMAL),
    /** {@code WxH}. */
    HIRES_RESIZE("Hires resize", Kind.NAME),
    HIRES_STEPS("Hires steps", Kind.WHOLE),
    HIRES_UPSCALER("Hires upscaler", Kind.NAME),
    HIRES_SAMPLER("Hires sampler", Kind.NAME),
    HIRES_SCHEDULE_TYPE("Hires schedule type", Kind.NAME),
    HIRES_CFG_SCALE("Hires CFG Scale", Kind.DECIMAL),
    HIRES_PROMPT("Hires prompt", Kind.TEXT),
    HIRES_NEGATIVE_PROMPT("Hires negative prompt", Kind.TEXT),
    HIRES_CHECKPOINT("Hires checkpoint", Kind.NAME),
    /** {@code WxH}; of very old A1111, where Size was the final one. */
    FIRST_PASS_SIZE("First pass size", Kind.NAME),
    /** Where the noise was made: {@code GPU} (the default of A1111), {@code CPU} or {@code NV}. */
    RNG("RNG", Kind.NAME),
    ENSD("ENSD", Kind.WHOLE),
    ETA("Eta", Kind.DECIMAL),
    /** Fraction of the steps after which the refiner takes over. */
    REFINER_SWITCH_AT("Refiner switch at", Kind.DECIMAL),
    /** {@code txt2img}, {@code img2img}, {@code inpainting}… as the site names it. */
    PROCESS("Process", Kind.NAME),
    /** Base model as the metadata claim it; a hint only. */
    BASE_MODEL("Base model", Kind.NAME),
    /** The program that made the image. */
    TOOL("Tool", Kind.NAME),
    /** Its version, as the infotext states it. */
    VERSION("Version", Kind.NAME);

    /** How two values of a parameter compare. */
    public enum Kind {
        TEXT,
        NAME,
        WHOLE,
        DECIMAL
    }

    private final String label;
    private final Kind kind;

    Parameter(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** As an infotext writes it. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** The key in {@code --json}, such as {@code cfgScale}. */
    public String key() {
        var words = name().toLowerCase(Locale.ROOT).split("_", -1);
        var key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return key.toString();
    }
}
