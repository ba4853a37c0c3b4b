package dev.assay.core.safetensors;

import java.util.List;
import java.util.regex.Pattern;

import static dev.assay.core.safetensors.Sign.any;
import static dev.assay.core.safetensors.Sign.length;
import static dev.assay.core.safetensors.Sign.match;
import static dev.assay.core.safetensors.Sign.part;

/**
 * Tells which models a LoRA is made for: its tensors bear the names of the layers they change, and are as wide. Names
 * are compared with underscores for dots. A new family is a row.
 */
final class LoraSigns {

    private record Row(Family family, Sign sign) {}

    /** The matrix next to the input, whose second dimension is the layer's width. */
    private static final String INPUT_SIDE = "_(lora_down|lora_A|hada_w1_b)\\w*$";

    /** Models of plain blocks; U-Nets have blocks below blocks. */
    private static final Sign BLOCKS =
            any("blocks_", "lora_unet_blocks_", "diffusion_model_blocks_", "transformer_blocks_", "net_blocks_");

    private static final Sign TRANSFORMER_BLOCKS = any(
            "transformer_blocks_",
            "lora_unet_transformer_blocks_",
            "lora_transformer_transformer_blocks_",
            "diffusion_model_transformer_blocks_",
            "transformer_transformer_blocks_");

    private static final Pattern STREAM_ATTENTION = Pattern.compile("double_blocks_\\d+_img_attn_\\w+" + INPUT_SIDE);
    private static final Pattern ADDED_ATTENTION = Pattern.compile("attn_add_[qkv]_proj\\w*?" + INPUT_SIDE);
    private static final Pattern LUMINA =
            Pattern.compile("(^|_)layers_\\d+_attention_(qkv|to_q|to_k|to_v)\\w*?" + INPUT_SIDE);
    private static final Pattern SELF_ATTENTION =
            Pattern.compile("transformer_blocks_\\d+_attn1_to_[qkv]\\w*?" + INPUT_SIDE);
    private static final Pattern CROSS_ATTENTION = Pattern.compile("attn2_(processor_)?to_k" + INPUT_SIDE);
    private static final Pattern TEXT_ENCODER =
            Pattern.compile("^(lora_te|text_encoder)_text_model\\w*self_attn_q_proj\\w*?" + INPUT_SIDE);

    /** U-Nets have a way down and a way up; nothing else has. */
    private static final Sign UNET = part("down_blocks_", "input_blocks_", "up_blocks_", "output_blocks_");

    /** Of these and the following, the first that is seen decides. */
    private static final List<Row> TRANSFORMERS = List.of(
            new Row(Family.FLUX2, part("double_stream_modulation", "attn_to_qkv_mlp_proj")),
            new Row(
                    Family.HUNYUAN_VIDEO,
                    part("double_blocks_").and(part("img_mlp_fc1", "img_mod_linear", "individual_token_refiner"))),
            new Row(Family.CHROMA, part("double_blocks_").and(part("distilled_guidance_layer"))),
            new Row(Family.FLUX2, length("double_blocks_", STREAM_ATTENTION, 1, 6144, 4096)),
            new Row(Family.FLUX1, part("double_blocks_")),
            new Row(Family.HIDREAM, part("double_stream_blocks_")),
            new Row(Family.AURAFLOW, part("joint_transformer_blocks_", "double_layers_")),
            new Row(Family.FLUX1, part("single_transformer_blocks_")),
            new Row(Family.SD3, part("joint_blocks_")),
            new Row(Family.QWEN_IMAGE, TRANSFORMER_BLOCKS.and(part("_img_mlp", "_img_mod", "_txt_mlp", "_txt_mod"))),
            new Row(Family.QWEN_IMAGE, length("attn_add_", ADDED_ATTENTION, 1, 3072)),
            new Row(Family.SD3, match("attn_add_", ADDED_ATTENTION.pattern())),
            new Row(Family.COSMOS, BLOCKS.and(part("_self_attn_q_proj", "_self_attn_k_proj", "_cross_attn_q_proj"))),
            new Row(Family.WAN, BLOCKS.and(match("_attn_", "(^|_)blocks_\\d+_(self|cross)_attn_[qkvo]_"))),
            new Row(Family.Z_IMAGE, length("_attention_", LUMINA, 1, 3840)),
            new Row(Family.LUMINA2, length("_attention_", LUMINA, 1, 2304)),
            new Row(Family.KANDINSKY5, part("visual_transformer_blocks_")),
            new Row(Family.LTXV, bare(2048, 4096)),
            new Row(Family.PIXART, bare(1152)),
            new Row(Family.COGVIDEOX, bare(3072, 1920)));

    /** U-Nets, and text encoders alone. */
    private static final List<Row> UNETS = List.of(
            new Row(Family.SDXL, any("lora_te2_", "text_encoder_2_")),
            new Row(Family.SD1, text(768)),
            new Row(Family.SD2, text(1024)),
            new Row(Family.SDXL_REFINER, text(1280)),
            new Row(Family.SDXL, text(2048)),
            new Row(
                    Family.SDXL,
                    match(
                            "_transformer_blocks_1_",
                            "(input_blocks_[45]_1|down_blocks_1_attentions_\\d)_transformer_blocks_1_")),
            new Row(Family.SD1, length("_text_model", TEXT_ENCODER, 1, 768)),
            new Row(Family.SD2, length("_text_model", TEXT_ENCODER, 1, 1024)));

    private LoraSigns() {}

    private static Sign bare(long... widths) {
        return TRANSFORMER_BLOCKS.and(length("attn1_to_", SELF_ATTENTION, 1, widths));
    }

    /** U-Nets differ in how wide the text is that they attend to. */
    private static Sign text(long width) {
        return length("attn2_", CROSS_ATTENTION, 1, width);
    }

    static Family family(TensorNames tensors) {
        var names = tensors.underscored();
        var transformer = UNET.isSeenIn(names) ? Family.UNKNOWN : first(TRANSFORMERS, names);
        return transformer == Family.UNKNOWN ? first(UNETS, names) : transformer;
    }

    private static Family first(List<Row> rows, TensorNames names) {
        for (var row : rows) {
            if (row.sign().isSeenIn(names)) {
                return row.family();
            }
        }
        return Family.UNKNOWN;
    }
}
