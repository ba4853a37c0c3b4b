package dev.assay.core.safetensors;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What lies beside a diffusion model in its file, as the names of the tensors show (ComfyUI, {@code
 * supported_models_base.py}).
 *
 * @param encoders whether there are text encoders
 * @param vae whether there is a VAE
 */
public record Companions(boolean encoders, boolean vae) {

    private static final List<String> ENCODERS = List.of("cond_stage_model.", "conditioner.", "text_encoders.");
    private static final List<String> VAES = List.of("first_stage_model.", "vae.");

    /** All names under which a whole checkpoint holds more than its diffusion model. */
    static final List<String> PREFIXES =
            Stream.concat(ENCODERS.stream(), VAES.stream()).toList();

    /** Reads it off the names of tensors. */
    public static Companions of(Map<String, Tensor> tensors) {
        var names = new TensorNames(tensors);
        return new Companions(names.hasAnyPrefix(ENCODERS), names.hasAnyPrefix(VAES));
    }
}
