package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import dev.assay.core.family.Tool;
import dev.assay.core.finding.Finding;

/**
 * The steps of a picture that is painted over in part. ComfyUI runs as many as are stated, the last ones of a longer
 * schedule. Others run the last ones of a schedule of as many as are stated: A1111 cuts {@code strength * steps} down and
 * makes one more (modules/sd_samplers_common.py), diffusers and what is built on it make none more, SwarmUI rounds.
 *
 * @param stated how many are stated
 * @param strength how much of the picture is painted over, 0 to 1
 */
record DenoisedSteps(int stated, BigDecimal strength, Tool tool) {

    /** A1111 takes no more, so that at least one noise level is left out. */
    private static final BigDecimal MOST = new BigDecimal("0.999");

    private static final int MOST_DIGITS = 6;

    /** How many are run. */
    int run() {
        if (tool == Tool.COMFYUI) {
            return stated;
        }
        var share = BigDecimal.valueOf(stated);
        var run = switch (tool) {
            case A1111, FORGE, CIVITAI, OTHER -> whole(share.multiply(strength.min(MOST)), RoundingMode.DOWN) + 1;
            case SWARMUI -> stated - whole(share.multiply(BigDecimal.ONE.subtract(strength)), RoundingMode.HALF_EVEN);
            case FOOOCUS, INVOKEAI, SDNEXT, DRAW_THINGS, COMFYUI -> whole(share.multiply(strength), RoundingMode.DOWN);
        };
        return Math.clamp(run, 1, stated);
    }

    private static int whole(BigDecimal number, RoundingMode rounding) {
        return number.setScale(0, rounding).intValue();
    }

    /** What ComfyUI must be told to run these, and the shortest number that says so. */
    BigDecimal denoise() {
        var run = run();
        if (tool == Tool.COMFYUI) {
            return strength;
        }
        if (run == stated) {
            return BigDecimal.ONE;
        }
        var exact = BigDecimal.valueOf(run).divide(BigDecimal.valueOf(stated), MOST_DIGITS + 2, RoundingMode.HALF_UP);
        for (int digits = 2; digits <= MOST_DIGITS; digits++) {
            var rounded = exact.setScale(digits, RoundingMode.HALF_UP);
            for (var candidate : new BigDecimal[] {rounded, rounded.subtract(BigDecimal.valueOf(1, digits))}) {
                if (means(candidate, run)) {
                    return candidate.stripTrailingZeros();
                }
            }
        }
        return exact;
    }

    /** ComfyUI makes {@code int(steps / denoise)} of it, in floating point. */
    private boolean means(BigDecimal denoise, int run) {
        return denoise.signum() > 0
                && (int) (run / denoise.doubleValue()) == stated
                && BigDecimal.valueOf(run).divide(denoise, 0, RoundingMode.DOWN).intValue() == stated;
    }

    Optional<Finding> finding() {
        var run = run();
        return tool == Tool.COMFYUI || run == stated
                ? Optional.empty()
                : Optional.of(Finding.info(
                        "IMG2IMG_STEPS",
                        "At denoising strength " + strength.toPlainString() + " the last " + run + " of " + stated
                                + " steps were run; ComfyUI counts those that are run, and is told " + run
                                + " steps at denoise " + denoise().toPlainString() + "."));
    }
}
