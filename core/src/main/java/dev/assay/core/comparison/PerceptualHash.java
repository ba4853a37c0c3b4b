package dev.assay.core.comparison;

import java.util.Arrays;

/**
 * A hash that looks alike for pictures that look alike (pHash, by the cosine transform): 64 bits, each of which says
 * whether one of the lowest frequencies is stronger than the middle one. Size and format play no part.
 *
 * @param bits all 64
 */
public record PerceptualHash(long bits) {

    private static final int SIZE = 32;
    private static final int KEPT = 8;

    /** The hash of a picture. */
    public static PerceptualHash of(Pixels picture) {
        var small = Scaling.to(picture, SIZE, SIZE);
        var frequencies = lowest(small);
        var sorted = frequencies.clone();
        Arrays.sort(sorted);
        var middle = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        long bits = 0;
        for (var frequency : frequencies) {
            bits = bits << 1 | (frequency > middle ? 1 : 0);
        }
        return new PerceptualHash(bits);
    }

    /** The cosine transform, as far as it is kept. */
    private static double[] lowest(Pixels picture) {
        var lowest = new double[KEPT * KEPT];
        for (int v = 0; v < KEPT; v++) {
            for (int u = 0; u < KEPT; u++) {
                double sum = 0;
                for (int y = 0; y < SIZE; y++) {
                    for (int x = 0; x < SIZE; x++) {
                        sum += picture.luma(x, y) * wave(x, u) * wave(y, v);
                    }
                }
                lowest[v * KEPT + u] = sum;
            }
        }
        return lowest;
    }

    private static double wave(int at, int frequency) {
        return Math.cos((2 * at + 1) * frequency * Math.PI / (2 * SIZE));
    }

    /** In how many of the 64 bits they differ: up to about 10 is the same motif, around 32 is chance. */
    public int distance(PerceptualHash other) {
        return Long.bitCount(bits ^ other.bits);
    }

    /** 16 hex digits. */
    public String hex() {
        return String.format("%016x", bits);
    }
}
