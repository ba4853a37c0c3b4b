package dev.assay.core.comparison;

/**
 * How alike two pictures are.
 *
 * @param sameSize whether they have one size; otherwise the result was brought to the original's for the rest
 * @param identical whether every pixel is the same
 * @param difference pixel by pixel
 * @param ssim from below 0 to 1
 * @param original its hash
 * @param result its hash
 */
public record Likeness(
        boolean sameSize,
        boolean identical,
        Difference difference,
        double ssim,
        PerceptualHash original,
        PerceptualHash result) {

    /** What it comes to, in words. */
    public enum Verdict {
        /** Every pixel is the same. */
        IDENTICAL("the same picture, pixel by pixel"),
        /** Nobody sees a difference. */
        SAME("the same picture to the eye"),
        /** The same motif and composition; details differ. */
        CLOSE("the same composition, with differences in detail"),
        /** Something in common. */
        RELATED("another picture with something in common"),
        /** Nothing in common. */
        DIFFERENT("another picture");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    private static final double SAME_FROM = 0.97;
    private static final double CLOSE_FROM = 0.6;
    private static final int SAME_HASH = 4;
    private static final int CLOSE_HASH = 12;
    private static final int RELATED_HASH = 22;

    /** Compares them. */
    public static Likeness of(Pixels original, Pixels result) {
        var sameSize = original.hasSizeOf(result);
        var fitted = Scaling.to(result, original.width(), original.height());
        var difference = Difference.of(original, fitted);
        var pixels = (long) original.width() * original.height();
        return new Likeness(
                sameSize,
                sameSize && difference.same() == pixels,
                difference,
                Ssim.of(original, fitted),
                PerceptualHash.of(original),
                PerceptualHash.of(result));
    }

    /** In how many bits the hashes differ. */
    public int distance() {
        return original.distance(result);
    }

    /** The bounds are experience: SSIM tells detail, the hash tells composition. */
    public Verdict verdict() {
        if (identical) {
            return Verdict.IDENTICAL;
        }
        if (ssim >= SAME_FROM && distance() <= SAME_HASH) {
            return Verdict.SAME;
        }
        if (ssim >= CLOSE_FROM || distance() <= CLOSE_HASH) {
            return Verdict.CLOSE;
        }
        return distance() <= RELATED_HASH ? Verdict.RELATED : Verdict.DIFFERENT;
    }
}
