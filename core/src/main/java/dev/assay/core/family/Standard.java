package dev.assay.core.family;

import java.util.List;

/**
 * A file that a family's published workflows load by that name, and everybody means the same by it.
 *
 * @param name of the file
 * @param instead names of the same weights in other precision, which serve where they are at hand
 */
public record Standard(String name, List<String> instead) {

    static final Standard CLIP_L = of("clip_l.safetensors");
    static final Standard CLIP_G = of("clip_g.safetensors");
    static final Standard T5_XXL =
            of("t5xxl_fp16.safetensors", "t5xxl_fp8_e4m3fn_scaled.safetensors", "t5xxl_fp8_e4m3fn.safetensors");
    static final Standard UMT5_XXL = of("umt5_xxl_fp8_e4m3fn_scaled.safetensors", "umt5_xxl_fp16.safetensors");
    static final Standard QWEN_2_5_VL = of("qwen_2.5_vl_7b_fp8_scaled.safetensors", "qwen_2.5_vl_7b.safetensors");
    static final Standard AE = of("ae.safetensors");
    static final Standard FLUX2_VAE = of("flux2-vae.safetensors");
    static final Standard QWEN_IMAGE_VAE = of("qwen_image_vae.safetensors");
    static final Standard WAN_2_1_VAE = of("wan_2.1_vae.safetensors");

    public Standard {
        instead = List.copyOf(instead);
    }

    static Standard of(String name, String... instead) {
        return new Standard(name, List.of(instead));
    }
}
