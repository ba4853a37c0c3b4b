package dev.assay.core.family;

/** The network that a family's weights belong to; weights of another do not fit at all. */
public enum Architecture {
    /** One CLIP-L encoder, attention 768 wide. */
    SD1,
    /** One OpenCLIP-H encoder, attention 1024 wide. */
    SD2,
    /** CLIP-L and CLIP-G, attention 2048 wide. */
    SDXL,
    SD3_MEDIUM,
    SD3_LARGE,
    FLUX1,
    FLUX2_DEV,
    FLUX2_KLEIN_9B,
    FLUX2_KLEIN_4B,
    CHROMA,
    HIDREAM,
    QWEN_IMAGE,
    Z_IMAGE,
    LUMINA2,
    AURAFLOW,
    ANIMA,
    WAN_1_3B,
    WAN_14B,
    WAN_5B,
    HUNYUAN_VIDEO,
    LTXV;

    /** Whether it was trained on straight flows from noise to picture, whose noise levels run from 1 to 0. */
    public boolean isFlow() {
        return switch (this) {
            case SD1, SD2, SDXL -> false;
            case SD3_MEDIUM,
                    SD3_LARGE,
                    FLUX1,
                    FLUX2_DEV,
                    FLUX2_KLEIN_9B,
                    FLUX2_KLEIN_4B,
                    CHROMA,
                    HIDREAM,
                    QWEN_IMAGE,
                    Z_IMAGE,
                    LUMINA2,
                    AURAFLOW,
                    ANIMA,
                    WAN_1_3B,
                    WAN_14B,
                    WAN_5B,
                    HUNYUAN_VIDEO,
                    LTXV -> true;
        };
    }
}
