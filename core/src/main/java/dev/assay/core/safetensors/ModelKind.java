package dev.assay.core.safetensors;

/** What a model file holds, as its tensors show. */
public enum ModelKind {
    /** A diffusion model with its text encoder or VAE. */
    CHECKPOINT,
    /** A diffusion model alone, which goes to {@code diffusion_models}. */
    UNET_ONLY,
    LORA,
    VAE,
    TEXT_ENCODER,
    CLIP_VISION,
    EMBEDDING,
    CONTROLNET,
    UPSCALER,
    UNKNOWN
}
