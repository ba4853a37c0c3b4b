package dev.assay.core.making;

/**
 * The noise levels of Stable Diffusion 1 and XL, as logarithms: betas from 0.00085 to 0.012, linear in their square
 * roots, over 1000 timesteps.
 */
public final class NoiseLevels {

    /** As both were trained; the last timestep still shows a little of the picture. */
    public static final NoiseLevels STANDARD = new NoiseLevels(false);

    /** Rescaled so that it shows none, as v-prediction models want it. */
    public static final NoiseLevels ZERO_TERMINAL_SNR = new NoiseLevels(true);

    static final int LAST = 999;

    /** What is left at the last timestep, since a logarithm needs something (ComfyUI, A1111). */
    private static final double NEXT_TO_NOTHING = 4.8973451890853435e-08;

    private final double[] logSigmas;

    private NoiseLevels(boolean rescaled) {
        var kept = kept();
        if (rescaled) {
            rescale(kept);
        }
        logSigmas = new double[LAST + 1];
        for (int t = 0; t <= LAST; t++) {
            logSigmas[t] = Math.log(Math.sqrt((1 - kept[t]) / kept[t]));
        }
    }

    double lowest() {
        return logSigmas[0];
    }

    double highest() {
        return logSigmas[LAST];
    }

    /** The timestep, 0 to 999 and in between, that has this noise level. */
    double timestep(double logSigma) {
        if (logSigma <= lowest()) {
            return 0;
        }
        for (int t = 1; t <= LAST; t++) {
            if (logSigmas[t] >= logSigma) {
                return t - (logSigmas[t] - logSigma) / (logSigmas[t] - logSigmas[t - 1]);
            }
        }
        return LAST;
    }

    /** How much of the picture each timestep leaves, 1 to 0. */
    private static double[] kept() {
        var kept = new double[LAST + 1];
        var left = 1.0;
        var from = Math.sqrt(0.00085);
        var to = Math.sqrt(0.012);
        for (int t = 0; t <= LAST; t++) {
            var root = from + (to - from) * t / LAST;
            left *= 1 - root * root;
            kept[t] = left;
        }
        return kept;
    }

    private static void rescale(double[] kept) {
        var first = Math.sqrt(kept[0]);
        var last = Math.sqrt(kept[LAST]);
        for (int t = 0; t <= LAST; t++) {
            var root = (Math.sqrt(kept[t]) - last) * first / (first - last);
            kept[t] = t == LAST ? NEXT_TO_NOTHING : root * root;
        }
    }
}
