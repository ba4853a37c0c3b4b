package dev.assay.core.sampler;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The infotext's numbers that shape a schedule: {@code Schedule rho}, {@code Schedule min sigma}, {@code Schedule max
 * sigma}, {@code Beta schedule alpha}, {@code Beta schedule beta}; and {@code UniPC variant}.
 */
public record ScheduleSettings(
        Optional<BigDecimal> rho,
        Optional<BigDecimal> minSigma,
        Optional<BigDecimal> maxSigma,
        Optional<BigDecimal> betaAlpha,
        Optional<BigDecimal> betaBeta,
        Optional<String> uniPcVariant) {

    public static final ScheduleSettings NONE = new ScheduleSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A1111 takes 0 for "as the model has it", as if it were not there. */
    public ScheduleSettings {
        rho = rho.filter(value -> value.signum() != 0);
        minSigma = minSigma.filter(value -> value.signum() != 0);
        maxSigma = maxSigma.filter(value -> value.signum() != 0);
    }

    boolean bendsKarras() {
        return rho.isPresent() || bendsExponential();
    }

    boolean bendsExponential() {
        return minSigma.isPresent() || maxSigma.isPresent();
    }

    boolean bendsBeta() {
        return betaAlpha.isPresent() || betaBeta.isPresent();
    }
}
