package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * From steps to the fraction of the timestep axis at which ComfyUI switches conditionings. The two run alike only for
 * even schedules; for Karras and exponential ones the noise level of the step decides.
 *
 * <p>The noise levels are those of Stable Diffusion 1 and XL: betas from 0.00085 to 0.012, linear in their square roots,
 * over 1000 timesteps.
 */
final class StepRange {

    private static final int TIMESTEPS = 1000;
    private static final double RHO = 7;
    private static final double[] LOG_SIGMAS = logSigmas();

    private StepRange() {}

    /** The fraction, 0 to 1 with three digits, at which that step of so many begins. */
    static BigDecimal fraction(int step, int steps, String scheduler) {
        if (step <= 0) {
            return BigDecimal.ZERO;
        }
        if (step >= steps) {
            return BigDecimal.ONE;
        }
        var fraction = switch (scheduler) {
            case "karras" -> ofLogSigma(Math.log(karras(step, steps)));
            case "exponential" -> ofLogSigma(exponential(step, steps));
            default -> (double) step / steps;
        };
        return BigDecimal.valueOf(fraction).setScale(3, RoundingMode.HALF_UP);
    }

    private static double karras(int step, int steps) {
        var max = Math.pow(Math.exp(LOG_SIGMAS[TIMESTEPS - 1]), 1 / RHO);
        var min = Math.pow(Math.exp(LOG_SIGMAS[0]), 1 / RHO);
        return Math.pow(max + (double) step / (steps - 1) * (min - max), RHO);
    }

    private static double exponential(int step, int steps) {
        var max = LOG_SIGMAS[TIMESTEPS - 1];
        return max + (double) step / (steps - 1) * (LOG_SIGMAS[0] - max);
    }

    private static double ofLogSigma(double logSigma) {
        int timestep = TIMESTEPS - 1;
        while (timestep > 0 && LOG_SIGMAS[timestep] > logSigma) {
            timestep--;
        }
        return 1 - (double) timestep / (TIMESTEPS - 1);
    }

    private static double[] logSigmas() {
        var sigmas = new double[TIMESTEPS];
        var kept = 1.0;
        var from = Math.sqrt(0.00085);
        var to = Math.sqrt(0.012);
        for (int i = 0; i < TIMESTEPS; i++) {
            var root = from + (to - from) * i / (TIMESTEPS - 1);
            kept *= 1 - root * root;
            sigmas[i] = Math.log(Math.sqrt((1 - kept) / kept));
        }
        return sigmas;
    }
}
