package dev.assay.core.making;

/**
 * The noise levels of Stable Diffusion 1 and XL, as logarithms: betas from 0.00085 to 0.012, linear in their square
 * roots, over 1000 timesteps.
 */
final class NoiseLevels {

    static final int LAST = 999;

    private static final double[] LOG_SIGMAS = logSigmas();

    private NoiseLevels() {}

    static double lowest() {
        return LOG_SIGMAS[0];
    }

    static double highest() {
        return LOG_SIGMAS[LAST];
    }

    /** The timestep, 0 to 999 and in between, that has this noise level. */
    static double timestep(double logSigma) {
        if (logSigma <= lowest()) {
            return 0;
        }
        for (int t = 1; t <= LAST; t++) {
            if (LOG_SIGMAS[t] >= logSigma) {
                return t - (LOG_SIGMAS[t] - logSigma) / (LOG_SIGMAS[t] - LOG_SIGMAS[t - 1]);
            }
        }
        return LAST;
    }

    private static double[] logSigmas() {
        var sigmas = new double[LAST + 1];
        var kept = 1.0;
        var from = Math.sqrt(0.00085);
        var to = Math.sqrt(0.012);
        for (int t = 0; t <= LAST; t++) {
            var root = from + (to - from) * t / LAST;
            kept *= 1 - root * root;
            sigmas[t] = Math.log(Math.sqrt((1 - kept) / kept));
        }
        return sigmas;
    }
}
