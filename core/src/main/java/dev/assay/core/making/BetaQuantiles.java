package dev.assay.core.making;

/**
 * Quantiles of a symmetric beta distribution, by summing up its density. With x = sin² of an angle the density has no
 * poles, so that plain sums are exact enough: to a thousandth.
 */
final class BetaQuantiles {

    /** Both parameters as ComfyUI's beta schedule has them. */
    static final BetaQuantiles USUAL = new BetaQuantiles(0.6);

    private static final int PIECES = 4000;

    private final double[] sums = new double[PIECES + 1];

    private BetaQuantiles(double shape) {
        for (int i = 0; i < PIECES; i++) {
            var middle = (i + 0.5) * Math.PI / 2 / PIECES;
            sums[i + 1] = sums[i] + Math.pow(Math.sin(middle) * Math.cos(middle), 2 * shape - 1);
        }
    }

    /** The value, 0 to 1, below which that share of the distribution lies. */
    double at(double share) {
        var wanted = share * sums[PIECES];
        for (int i = 1; i <= PIECES; i++) {
            if (sums[i] >= wanted) {
                var piece = i - (sums[i] - wanted) / (sums[i] - sums[i - 1]);
                var sine = Math.sin(piece * Math.PI / 2 / PIECES);
                return sine * sine;
            }
        }
        return 1;
    }
}
