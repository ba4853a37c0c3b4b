package dev.assay.core.ingredient;

import java.util.Locale;

/** What part a model plays in the making of an image. */
public enum Role {
    CHECKPOINT("checkpoint"),
    REFINER("refiner"),
    UNET("diffusion model"),
    LORA("LoRA"),
    EMBEDDING("embedding"),
    HYPERNETWORK("hypernetwork"),
    VAE("VAE"),
    TEXT_ENCODER("text encoder"),
    CLIP_VISION("CLIP vision"),
    CONTROLNET("ControlNet"),
    UPSCALER("upscaler"),
    DETECTION("detection model"),
    OTHER("other model"),
    /** The source does not say (quirk 33: {@code civitaiResources} rows without a type). */
    UNKNOWN("model of unknown kind");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether it is the model itself, whole or not: what people call the checkpoint. */
    public boolean isBase() {
        return this == CHECKPOINT || this == UNET;
    }

    /**
     * The role behind a kind as infotexts, {@code meta.resources}, {@code civitaiResources}, AIRs and Civitai's model
     * types write it, in any case.
     */
    public static Role of(String kind) {
        return switch (kind.strip().toLowerCase(Locale.ROOT)) {
            case "model", "checkpoint", "ckpt" -> CHECKPOINT;
            case "refiner" -> REFINER;
            case "unet", "diffusionmodel", "diffusion model", "diffusion_models" -> UNET;
            case "lora", "locon", "lycoris", "lyco", "dora", "loha", "lokr" -> LORA;
            case "embed", "embedding", "textualinversion", "ti" -> EMBEDDING;
            case "hypernet", "hypernetwork" -> HYPERNETWORK;
            case "vae" -> VAE;
            case "textencoder", "text_encoders", "text_encoder", "clip" -> TEXT_ENCODER;
            case "clipvision", "clip_vision" -> CLIP_VISION;
            case "controlnet" -> CONTROLNET;
            case "upscaler" -> UPSCALER;
            case "detection" -> DETECTION;
            case "" -> UNKNOWN;
            default -> OTHER;
        };
    }
}
