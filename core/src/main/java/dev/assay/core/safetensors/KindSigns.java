package dev.assay.core.safetensors;

import java.util.List;
import java.util.regex.Pattern;

/** Tells what kind of model a file holds. */
final class KindSigns {

    private static final Pattern LORA = Pattern.compile(
            "[._]lora[._](down|up|A|B)\\b|[._]lora_(down|up)\\.|\\.hada_w[12]_[ab]|\\.lokr_w[12]|\\.oft_(blocks|diag)|\\.glora_");

    private static final List<String> CONTROLNET = List.of(
            "control_model.",
            "controlnet_cond_embedding.",
            "controlnet_blocks.",
            "input_hint_block.",
            "lora_controlnet");

    private static final List<String> COMPANIONS =
            List.of("first_stage_model.", "cond_stage_model.", "conditioner.", "text_encoders.", "vae.");

    private static final List<String> TEXT_ENCODER = List.of(
            "text_model.encoder.",
            "encoder.block.0.layer.0.SelfAttention.",
            "model.layers.0.self_attn.",
            "transformer.resblocks.0.",
            "language_model.layers.0.",
            "model.language_model.layers.0.");

    private static final Pattern UPSCALER = Pattern.compile(
            "^(params_ema\\.)?(conv_first\\.weight|model\\.1\\.sub\\.0\\.|body\\.0\\.rdb1\\.|layers\\.0\\.residual_group\\.)");

    private KindSigns() {}

    static ModelKind kind(TensorNames names) {
        if (names.matches(LORA)) {
            return ModelKind.LORA;
        }
        if (names.hasAnyPrefix(CONTROLNET)) {
            return ModelKind.CONTROLNET;
        }
        if (names.hasNestedDiffusionModel() || DiffusionSigns.family(names) != Family.UNKNOWN) {
            return names.hasAnyPrefix(COMPANIONS) ? ModelKind.CHECKPOINT : ModelKind.UNET_ONLY;
        }
        return part(names);
    }

    private static ModelKind part(TensorNames names) {
        if (isVae(names)) {
            return ModelKind.VAE;
        }
        if (names.hasAnyPrefix(TEXT_ENCODER)) {
            return ModelKind.TEXT_ENCODER;
        }
        if (names.hasPrefix("vision_model.encoder.") || names.hasPrefix("visual.transformer.")) {
            return ModelKind.CLIP_VISION;
        }
        if (names.matches(UPSCALER)) {
            return ModelKind.UPSCALER;
        }
        return EmbeddingSigns.isEmbedding(names) ? ModelKind.EMBEDDING : ModelKind.UNKNOWN;
    }

    private static boolean isVae(TensorNames names) {
        return names.hasPrefix("first_stage_model.decoder.")
                || (names.hasPrefix("decoder.conv_in.") && names.hasPrefix("decoder.conv_out."))
                || (names.hasPrefix("decoder.conv1.") && names.hasPrefix("encoder.conv1."));
    }
}
