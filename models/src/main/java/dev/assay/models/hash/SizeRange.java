package dev.assay.models.hash;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How large a file may be, in bytes, both ends included.
 *
 * @param min the smallest size that fits, at least 0
 * @param max the largest size that fits; {@link Long#MAX_VALUE} where nothing is known
 */
public record SizeRange(long min, long max) {

    private static final long KIBIBYTE = 1024;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 50);

    public SizeRange {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("no range of sizes: " + min + " to " + max);
        }
    }

    public static SizeRange exactly(long bytes) {
        return new SizeRange(bytes, bytes);
    }

    /** Any size. */
    public static SizeRange unknown() {
        return new SizeRange(0, Long.MAX_VALUE);
    }

    /**
     * The size that a site gives in kibibytes, which may have been rounded either way; {@link #unknown()} where the
     * number cannot be a size.
     */
    public static SizeRange aboutKibibytes(BigDecimal kibibytes) {
        if (kibibytes.signum() <= 0 || kibibytes.compareTo(LARGEST) > 0) {
            return unknown();
        }
        var bytes = kibibytes
                .multiply(BigDecimal.valueOf(KIBIBYTE))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new SizeRange(Math.max(0, bytes - KIBIBYTE), bytes + KIBIBYTE);
    }

    public boolean contains(long bytes) {
        return min <= bytes && bytes <= max;
    }

    /** Whether it tells an upper end at all. */
    public boolean isBounded() {
        return max != Long.MAX_VALUE;
    }

    @Override
    public String toString() {
        if (!isBounded()) {
            return min == 0 ? "any size" : "at least " + min + " bytes";
        }
        return min == max ? min + " bytes" : min + " to " + max + " bytes";
    }
}
