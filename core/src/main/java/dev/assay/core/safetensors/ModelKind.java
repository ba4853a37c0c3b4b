package dev.assay.core.safetensors;

/** What a model file holds, as its tensors show. */
public enum ModelKind {
    /** A diffusion model with its text encoder or VAE. */
    CHECKPOINT("checkpoint"),
    /** A diffusion model alone, which goes to {@code diffusion_models}. */
    UNET_ONLY("diffusion model"),
    LORA("LoRA"),
    VAE("VAE"),
    TEXT_ENCODER("text encoder"),
    CLIP_VISION("CLIP vision"),
    EMBEDDING("embedding"),
    CONTROLNET("ControlNet"),
    IP_ADAPTER("IP-Adapter"),
    MOTION_MODULE("motion module"),
    UPSCALER("upscaler"),
    UNKNOWN("unknown");

    private final String words;

    ModelKind(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
