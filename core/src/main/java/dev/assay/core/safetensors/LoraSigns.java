package dev.assay.core.safetensors;

import java.util.regex.Pattern;

/**
 * Tells which models a LoRA is made for: its tensors bear the names of the layers they change, and are as wide. Names
 * are compared with underscores for dots.
 */
final class LoraSigns {

    /** The matrix next to the input, whose second dimension is the layer's width. */
    private static final String INPUT_SIDE = "_(lora_down|lora_A|hada_w1_b)\\w*$";

    private static final Pattern STREAM_ATTENTION = Pattern.compile("double_blocks_\\d+_img_attn_\\w+" + INPUT_SIDE);
    private static final Pattern HUNYUAN = Pattern.compile("img_mlp_fc1|img_mod_linear|individual_token_refiner");
    private static final Pattern QWEN = Pattern.compile("(^|_)transformer_blocks_\\d+_(img|txt)_(mlp|mod)");
    private static final Pattern ADDED_ATTENTION = Pattern.compile("attn_add_[qkv]_proj\\w*?" + INPUT_SIDE);
    private static final Pattern COSMOS = Pattern.compile("(^|_)blocks_\\d+_(self|cross)_attn_[qkv]_proj");
    private static final Pattern WAN = Pattern.compile("(^|_)blocks_\\d+_(self|cross)_attn_[qkvo]_");
    private static final Pattern LUMINA =
            Pattern.compile("(^|_)layers_\\d+_attention_(qkv|to_q|to_k|to_v)\\w*?" + INPUT_SIDE);
    private static final Pattern CROSS_ATTENTION = Pattern.compile("attn2_(processor_)?to_k" + INPUT_SIDE);
    private static final Pattern DEEP_TRANSFORMER =
            Pattern.compile("(input_blocks_4_1|input_blocks_5_1|down_blocks_1_attentions_\\d)_transformer_blocks_1_");
    private static final Pattern TEXT_ENCODER =
            Pattern.compile("^(lora_te|text_encoder)_text_model\\w*self_attn_q_proj\\w*?" + INPUT_SIDE);

    private LoraSigns() {}

    static Family family(TensorNames tensors) {
        var names = tensors.underscored();
        if (names.hasPart("double_stream_modulation") || names.hasPart("attn_to_qkv_mlp_proj")) {
            return Family.FLUX2;
        }
        if (names.hasPart("double_blocks_")) {
            return ofStreams(names);
        }
        if (names.hasPart("double_stream_blocks_")) {
            return Family.HIDREAM;
        }
        if (names.hasPart("single_transformer_blocks_")) {
            return Family.FLUX1;
        }
        if (names.hasPart("joint_blocks_")) {
            return Family.SD3;
        }
        var transformer = ofTransformer(names);
        return transformer == Family.UNKNOWN ? ofUnet(names) : transformer;
    }

    /** Flux and what was built like it. */
    private static Family ofStreams(TensorNames names) {
        if (names.matches(HUNYUAN)) {
            return Family.HUNYUAN_VIDEO;
        }
        if (names.hasPart("distilled_guidance_layer")) {
            return Family.CHROMA;
        }
        return names.size(STREAM_ATTENTION, 1) == 6144 ? Family.FLUX2 : Family.FLUX1;
    }

    private static Family ofTransformer(TensorNames names) {
        if (names.matches(QWEN)) {
            return Family.QWEN_IMAGE;
        }
        var added = names.size(ADDED_ATTENTION, 1);
        if (added > 0) {
            return added == 3072 ? Family.QWEN_IMAGE : Family.SD3;
        }
        if (names.matches(COSMOS)) {
            return Family.COSMOS;
        }
        if (names.matches(WAN)) {
            return Family.WAN;
        }
        return switch ((int) names.size(LUMINA, 1)) {
            case 3840 -> Family.Z_IMAGE;
            case 2304 -> Family.LUMINA2;
            default -> Family.UNKNOWN;
        };
    }

    private static Family ofUnet(TensorNames names) {
        if (names.hasPrefix("lora_te2_") || names.hasPrefix("text_encoder_2_")) {
            return Family.SDXL;
        }
        var byText = DiffusionSigns.byTextWidth(names.size(CROSS_ATTENTION, 1));
        if (byText != Family.UNKNOWN) {
            return byText;
        }
        return names.matches(DEEP_TRANSFORMER) ? Family.SDXL : DiffusionSigns.byTextWidth(names.size(TEXT_ENCODER, 1));
    }
}
