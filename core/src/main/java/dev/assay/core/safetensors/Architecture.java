package dev.assay.core.safetensors;

/**
 * What the tensors of a file show about the model, without reading any of them. Names and shapes were chosen by who
 * trained the model's code, not by who uploaded the file, and so are better evidence than its metadata.
 *
 * @param kind what the file holds
 * @param family which models it is, or works with
 * @param vPrediction whether the file marks itself as trained on v-prediction; false says nothing
 * @param zeroTerminalSnr whether it marks itself as trained with zero terminal SNR; false says nothing
 */
public record Architecture(ModelKind kind, Family family, boolean vPrediction, boolean zeroTerminalSnr) {

    /** Reads the architecture off a header; unknown is an answer. */
    public static Architecture of(Safetensors.Header header) {
        var names = new TensorNames(header.tensors());
        var kind = KindSigns.kind(names);
        var family = switch (kind) {
            case CHECKPOINT, UNET_ONLY -> DiffusionSigns.family(names.ofDiffusionModel());
            case LORA -> LoraSigns.family(names);
            case CONTROLNET -> DiffusionSigns.byCrossAttention(names);
            case EMBEDDING -> EmbeddingSigns.family(names);
            case VAE, TEXT_ENCODER, CLIP_VISION, UPSCALER, UNKNOWN -> Family.UNKNOWN;
        };
        return new Architecture(kind, family, names.has("v_pred"), names.has("ztsnr"));
    }
}
