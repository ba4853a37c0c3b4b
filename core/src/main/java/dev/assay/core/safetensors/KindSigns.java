package dev.assay.core.safetensors;

import java.util.List;

import static dev.assay.core.safetensors.Sign.all;
import static dev.assay.core.safetensors.Sign.any;
import static dev.assay.core.safetensors.Sign.match;
import static dev.assay.core.safetensors.Sign.part;

/** Tells what kind of model a file holds. A new kind is a row. */
final class KindSigns {

    private record Row(ModelKind kind, Sign sign) {}

    private static final Sign LORA = match("lora", "[._]lora[._](down|up|A|B)\\b|[._]lora_(down|up)\\.")
            .or(part(".hada_w1_", ".hada_w2_", ".lokr_w1", ".lokr_w2", ".oft_blocks", ".oft_diag", ".glora_"));

    /** Asked before anything is taken for a diffusion model, whose names some of these bear as well. */
    private static final List<Row> ADDITIONS = List.of(
            new Row(ModelKind.LORA, LORA),
            new Row(ModelKind.MOTION_MODULE, part(".motion_modules.")),
            new Row(ModelKind.IP_ADAPTER, any("ip_adapter.", "image_proj.")),
            new Row(
                    ModelKind.CONTROLNET,
                    any(
                            "control_model.",
                            "controlnet_cond_embedding.",
                            "controlnet_blocks.",
                            "input_hint_block.",
                            "lora_controlnet")));

    /** What is left where nothing is a diffusion model. */
    private static final List<Row> PARTS = List.of(
            new Row(
                    ModelKind.VAE,
                    all("first_stage_model.decoder.")
                            .or(all("decoder.conv_in.").and(any("decoder.conv_out.", "encoder.conv_in.")))
                            .or(all("decoder.conv1.", "encoder.conv1."))
                            .or(all("decoder.up_blocks.0.", "encoder.down_blocks.0."))),
            new Row(
                    ModelKind.TEXT_ENCODER,
                    any(
                            "text_model.encoder.",
                            "encoder.block.0.layer.0.SelfAttention.",
                            "model.layers.0.self_attn.",
                            "transformer.resblocks.0.",
                            "language_model.layers.0.",
                            "model.language_model.layers.0.",
                            // As llama.cpp names them in GGUF files.
                            "blk.0.attn_",
                            "enc.blk.0.attn_")),
            new Row(ModelKind.CLIP_VISION, any("vision_model.encoder.", "visual.transformer.")),
            new Row(
                    ModelKind.UPSCALER,
                    any(
                            "conv_first.weight",
                            "model.1.sub.0.",
                            "body.0.rdb1.",
                            "layers.0.residual_group.",
                            "params_ema.conv_first.weight",
                            "params_ema.model.1.sub.0.",
                            "params_ema.body.0.rdb1.",
                            "params_ema.layers.0.residual_group.")),
            new Row(ModelKind.EMBEDDING, EmbeddingSigns::isEmbedding));

    private KindSigns() {}

    static ModelKind kind(TensorNames names) {
        var addition = first(ADDITIONS, names);
        if (addition != ModelKind.UNKNOWN) {
            return addition;
        }
        if (names.hasNestedDiffusionModel() || DiffusionSigns.family(names) != Family.UNKNOWN) {
            return names.hasAnyPrefix(Companions.PREFIXES) ? ModelKind.CHECKPOINT : ModelKind.UNET_ONLY;
        }
        return first(PARTS, names);
    }

    private static ModelKind first(List<Row> rows, TensorNames names) {
        for (var row : rows) {
            if (row.sign().isSeenIn(names)) {
                return row.kind();
            }
        }
        return ModelKind.UNKNOWN;
    }
}
