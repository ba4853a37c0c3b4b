package dev.assay.core.safetensors;

import java.util.Map;

/**
 * What the tensors of a file show about the model, without reading any of them. Names and shapes were chosen by who
 * trained the model's code, not by who uploaded the file, and so are better evidence than its metadata.
 *
 * @param kind what the file holds
 * @param family which models it is, or works with
 * @param variant which of the family's models, such as {@code 2.2 TI2V 5B}, where shapes tell; otherwise empty
 * @param vPrediction whether the file marks itself as trained on v-prediction; false says nothing
 * @param zeroTerminalSnr whether it marks itself as trained with zero terminal SNR; false says nothing
 */
public record Architecture(
        ModelKind kind, Family family, String variant, boolean vPrediction, boolean zeroTerminalSnr) {

    /** One whose shapes tell no variant. */
    public Architecture(ModelKind kind, Family family, boolean vPrediction, boolean zeroTerminalSnr) {
        this(kind, family, "", vPrediction, zeroTerminalSnr);
    }

    /** Reads the architecture off a header; unknown is an answer. */
    public static Architecture of(Safetensors.Header header) {
        return of(header.tensors());
    }

    /** Reads the architecture off the names and shapes of tensors, whatever file they lie in. */
    public static Architecture of(Map<String, Tensor> tensors) {
        var names = new TensorNames(tensors);
        var kind = KindSigns.kind(names);
        var family = family(kind, names);
        var variant = switch (kind) {
            case CHECKPOINT, UNET_ONLY -> VariantSigns.variant(family, names.ofDiffusionModel());
            case LORA,
                    CONTROLNET,
                    IP_ADAPTER,
                    EMBEDDING,
                    MOTION_MODULE,
                    VAE,
                    TEXT_ENCODER,
                    CLIP_VISION,
                    UPSCALER,
                    UNKNOWN -> "";
        };
        return new Architecture(kind, family, variant, names.has("v_pred"), names.has("ztsnr"));
    }

    private static Family family(ModelKind kind, TensorNames names) {
        return switch (kind) {
            case CHECKPOINT, UNET_ONLY -> DiffusionSigns.family(names.ofDiffusionModel());
            case LORA -> LoraSigns.family(names);
            case CONTROLNET, IP_ADAPTER -> DiffusionSigns.byCrossAttention(names);
            case EMBEDDING -> EmbeddingSigns.family(names);
            case MOTION_MODULE, VAE, TEXT_ENCODER, CLIP_VISION, UPSCALER, UNKNOWN -> Family.UNKNOWN;
        };
    }
}
