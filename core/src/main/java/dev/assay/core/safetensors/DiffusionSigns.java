package dev.assay.core.safetensors;

import java.util.List;
import java.util.regex.Pattern;

import static dev.assay.core.safetensors.Sign.all;
import static dev.assay.core.safetensors.Sign.any;
import static dev.assay.core.safetensors.Sign.length;

/**
 * Tells diffusion models apart by the names that only one family has, and by shapes where several share the names
 * (ComfyUI, {@code model_detection.py}). A new family is a row.
 */
final class DiffusionSigns {

    private record Row(Family family, Sign sign) {}

    private static final String LUMINA_CAPTIONS = "cap_embedder.1.weight";
    private static final Pattern CROSS_ATTENTION = Pattern.compile("attn2\\.to_k\\.weight$");

    /** The first that is seen decides. */
    private static final List<Row> ROWS = List.of(
            new Row(Family.SD3, all("joint_blocks.0.context_block.")),
            new Row(Family.CASCADE, all("clf.1.weight")),
            new Row(Family.STABLE_AUDIO, all("transformer.rotary_pos_emb.inv_freq")),
            new Row(Family.AURAFLOW, all("double_layers.0.attn.w1q.")),
            new Row(Family.HUNYUAN_DIT, all("mlp_t5.0.")),
            new Row(Family.HUNYUAN_VIDEO, all("txt_in.individual_token_refiner.")),
            new Row(Family.FLUX2, all("double_stream_modulation_img.")),
            new Row(Family.CHROMA, all("distilled_guidance_layer.")),
            new Row(Family.FLUX1, all("double_blocks.0.img_attn.", "img_in.")),
            new Row(Family.QWEN_IMAGE, all("transformer_blocks.0.img_mod.")),
            new Row(Family.FLUX1, all("single_transformer_blocks.0.", "transformer_blocks.0.norm1_context.")),
            new Row(Family.MOCHI, all("t5_yproj.")),
            new Row(Family.PIXART, all("adaln_single.emb.", "pos_embed.proj.")),
            new Row(Family.LTXV, all("adaln_single.emb.timestep_embedder.")),
            new Row(Family.ACE_STEP, any("genre_embedder.weight", "encoder.lyric_encoder.layers.0.")),
            new Row(Family.PIXART, all("t_block.1.")),
            new Row(Family.COSMOS, all("blocks.block0.blocks.0.block.attn.")),
            new Row(Family.COGVIDEOX, all("blocks.0.norm1.linear.")),
            new Row(
                    Family.SEEDVR2,
                    any("blocks.35.mlp.vid.", "blocks.35.mlp.all.proj_in_gate.", "blocks.31.mlp.all.proj_in_gate.")),
            new Row(Family.WAN, all("head.modulation")),
            new Row(Family.HUNYUAN_3D, all("latent_in.weight", "cond_in.")),
            new Row(Family.HUNYUAN_3D, all("t_embedder.mlp.2.weight", "blocks.0.attn1.k_norm.weight")),
            new Row(Family.HIDREAM, any("caption_projection.0.linear.", "t_embedder1.mlp.0.weight")),
            new Row(Family.ANIMA, all("llm_adapter.blocks.0.", "blocks.0.mlp.layer1.")),
            new Row(Family.COSMOS, all("blocks.0.mlp.layer1.")),
            new Row(Family.OMNIGEN2, all("time_caption_embed.timestep_embedder.")),
            new Row(Family.KREA2, all("txtfusion.projector.weight")),
            new Row(Family.KANDINSKY5, all("visual_transformer_blocks.0.cross_attention.")),
            new Row(Family.Z_IMAGE, length(LUMINA_CAPTIONS, 0, 3840)),
            new Row(Family.LUMINA2, all(LUMINA_CAPTIONS)),
            new Row(Family.SVD, Sign.part(".time_stack.0.", ".time_mix_blocks.0.")),
            // Kolors is an SDXL U-Net that is told another text encoder's and the size (5632 numbers) at once.
            new Row(Family.KOLORS, length("label_emb.0.0.weight", 1, 5632)),
            new Row(Family.KOLORS, length("add_embedding.linear_1.weight", 1, 5632)));

    private DiffusionSigns() {}

    /** The family of a diffusion model; the names are those it has where it stands alone. */
    static Family family(TensorNames names) {
        for (var row : ROWS) {
            if (row.sign().isSeenIn(names)) {
                return row.family();
            }
        }
        return byCrossAttention(names);
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

    /** U-Nets, and their ControlNets, differ in how wide the text is that they attend to. */
    static Family byCrossAttention(TensorNames names) {
        return byTextWidth(names.size("attn2.to_k.", CROSS_ATTENTION, 1));
    }
}
