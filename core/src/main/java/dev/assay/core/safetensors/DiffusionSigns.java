package dev.assay.core.safetensors;

import java.util.List;
import java.util.regex.Pattern;

/** Tells diffusion models apart by the names that only one family has (ComfyUI, {@code model_detection.py}). */
final class DiffusionSigns {

    /** All of the prefixes must occur; the first sign that does decides. */
    private record Sign(Family family, List<String> prefixes) {}

    private static final List<Sign> SIGNS = List.of(
            sign(Family.SD3, "joint_blocks.0.context_block."),
            sign(Family.CASCADE, "clf.1.weight"),
            sign(Family.AURAFLOW, "double_layers.0.attn.w1q."),
            sign(Family.HUNYUAN_DIT, "mlp_t5.0."),
            sign(Family.HUNYUAN_VIDEO, "txt_in.individual_token_refiner."),
            sign(Family.FLUX2, "double_stream_modulation_img."),
            sign(Family.CHROMA, "distilled_guidance_layer."),
            sign(Family.FLUX1, "double_blocks.0.img_attn.", "img_in."),
            sign(Family.QWEN_IMAGE, "transformer_blocks.0.img_mod."),
            sign(Family.FLUX1, "single_transformer_blocks.0.", "transformer_blocks.0.norm1_context."),
            sign(Family.MOCHI, "t5_yproj."),
            sign(Family.PIXART, "adaln_single.emb.", "pos_embed.proj."),
            sign(Family.LTXV, "adaln_single.emb.timestep_embedder."),
            sign(Family.PIXART, "t_block.1."),
            sign(Family.COSMOS, "blocks.block0.blocks.0.block.attn."),
            sign(Family.COGVIDEOX, "blocks.0.norm1.linear."),
            sign(Family.WAN, "head.modulation"),
            sign(Family.HIDREAM, "caption_projection.0.linear."),
            sign(Family.ANIMA, "llm_adapter.blocks.0.", "blocks.0.mlp.layer1."),
            sign(Family.COSMOS, "blocks.0.mlp.layer1."));

    private static final String LUMINA_CAPTIONS = "cap_embedder.1.weight";
    private static final long Z_IMAGE_WIDTH = 3840;

    private static final Pattern CROSS_ATTENTION = Pattern.compile("attn2\\.to_k\\.weight$");

    private DiffusionSigns() {}

    /** The family of a diffusion model; the names are those it has where it stands alone. */
    static Family family(TensorNames names) {
        for (var sign : SIGNS) {
            if (sign.prefixes().stream().allMatch(names::hasPrefix)) {
                return sign.family();
            }
        }
        if (names.has(LUMINA_CAPTIONS)) {
            return names.size(LUMINA_CAPTIONS, 0) == Z_IMAGE_WIDTH ? Family.Z_IMAGE : Family.LUMINA2;
        }
        return byCrossAttention(names);
    }

    /** U-Nets differ in how wide the text is that they attend to. */
    static Family byCrossAttention(TensorNames names) {
        return byTextWidth(names.size(CROSS_ATTENTION, 1));
    }

    static Family byTextWidth(long width) {
        return switch ((int) Math.min(width, Integer.MAX_VALUE)) {
            case 768 -> Family.SD1;
            case 1024 -> Family.SD2;
            case 1280 -> Family.SDXL_REFINER;
            case 2048 -> Family.SDXL;
            default -> Family.UNKNOWN;
        };
    }

    private static Sign sign(Family family, String... prefixes) {
        return new Sign(family, List.of(prefixes));
    }
}
