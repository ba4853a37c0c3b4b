package dev.assay.core.sampler;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a sampler was told about the noise that it adds; empty for its usual.
 *
 * @param eta the infotext's {@code Eta}: how much noise, 1 usually
 * @param etaDdim its {@code Eta DDIM}, which is for DDIM and its kin: 0 usually
 * @param scale its {@code Sigma noise} (s_noise): what the noise is multiplied with, 1 usually
 */
public record NoiseSettings(Optional<BigDecimal> eta, Optional<BigDecimal> etaDdim, Optional<BigDecimal> scale) {

    public static final NoiseSettings USUAL = new NoiseSettings(Optional.empty(), Optional.empty(), Optional.empty());

    public NoiseSettings {
        eta = eta.filter(value -> value.compareTo(BigDecimal.ONE) != 0);
        etaDdim = etaDdim.filter(value -> value.signum() != 0);
        scale = scale.filter(value -> value.compareTo(BigDecimal.ONE) != 0);
    }

    boolean areUsual() {
        return eta.isEmpty() && etaDdim.isEmpty() && scale.isEmpty();
    }
}
