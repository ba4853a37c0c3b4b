package dev.assay.core.safetensors;

/** The family of diffusion models that a file is, or is made for. */
public enum Family {
    SD1,
    SD2,
    SDXL,
    SDXL_REFINER,
    SD3,
    CASCADE,
    AURAFLOW,
    PIXART,
    FLUX1,
    FLUX2,
    CHROMA,
    HIDREAM,
    LUMINA2,
    Z_IMAGE,
    QWEN_IMAGE,
    ANIMA,
    COSMOS,
    HUNYUAN_DIT,
    HUNYUAN_VIDEO,
    WAN,
    LTXV,
    MOCHI,
    COGVIDEOX,
    UNKNOWN
}
