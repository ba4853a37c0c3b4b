package dev.assay.core.family;

/** The network that a family's weights belong to; weights of another do not fit at all. */
public enum Architecture {
    /** One CLIP-L encoder, attention 768 wide. */
    SD1,
    /** CLIP-L and CLIP-G, attention 2048 wide. */
    SDXL
}
