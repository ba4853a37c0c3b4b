package dev.assay.core.family;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is assumed, openly, where the metadata name nothing.
 *
 * @param sampler ComfyUI's name
 * @param scheduler ComfyUI's name
 * @param modelSampling what {@code ModelSamplingDiscrete} must be told for the sampler to work as meant
 * @param basis where the choice comes from, for the message
 */
public record Defaults(
        String sampler, String scheduler, BigDecimal cfg, int steps, Optional<String> modelSampling, String basis) {

    static Defaults of(String sampler, String scheduler, String cfg, int steps, String basis) {
        return new Defaults(sampler, scheduler, new BigDecimal(cfg), steps, Optional.empty(), basis);
    }

    /** The same for a model that takes its noise levels from a consistency model's. */
    Defaults withLcmSampling() {
        return new Defaults(sampler, scheduler, cfg, steps, Optional.of("lcm"), basis);
    }
}
