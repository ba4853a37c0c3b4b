package dev.assay.core.comparison;

import java.util.Arrays;

/**
 * The structural similarity of two pictures of one size (Wang, Bovik, Sheikh and Simoncelli, 2004): 1 where they are the
 * same, around 0 where they have nothing to do with each other. It is taken of the brightness, with the paper's window of
 * 11 by 11 pixels (a Gaussian of 1.5) and its constants, as a mean over all places where the window fits.
 */
final class Ssim {

    private static final int WINDOW = 11;
    private static final double SPREAD = 1.5;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    /** What is averaged in each window: a, b, a squared, b squared, and a times b. */
    private static final int SUMS = 5;

    private final Pixels a;
    private final Pixels b;
    private final double[] across;
    private final double[] down;
    private final int columns;
    private final double[][] rows;

    private Ssim(Pixels a, Pixels b) {
        this.a = a;
        this.b = b;
        // In a picture that is smaller than the window, the window is as large as the picture.
        this.across = weights(Math.min(WINDOW, a.width()));
        this.down = weights(Math.min(WINDOW, a.height()));
        this.columns = a.width() - across.length + 1;
        this.rows = new double[down.length][columns * SUMS];
    }

    static double of(Pixels a, Pixels b) {
        return new Ssim(a, b).mean();
    }

    private static double[] weights(int size) {
        var weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            var distance = i - (size - 1) / 2.0;
            weights[i] = Math.exp(-distance * distance / (2 * SPREAD * SPREAD));
            sum += weights[i];
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Only as many rows as the window is high are held at a time. */
    private double mean() {
        double sum = 0;
        for (int y = 0; y < a.height(); y++) {
            blurAcross(y, rows[y % rows.length]);
            if (y + 1 >= rows.length) {
                sum += sumOfRow(y + 1 - rows.length);
            }
        }
        return sum / ((double) columns * (a.height() - rows.length + 1));
    }

    private void blurAcross(int y, double[] row) {
        var left = new double[a.width()];
        var right = new double[a.width()];
        for (int x = 0; x < a.width(); x++) {
            left[x] = a.luma(x, y);
            right[x] = b.luma(x, y);
        }
        for (int x = 0; x < columns; x++) {
            double sumA = 0;
            double sumB = 0;
            double squareA = 0;
            double squareB = 0;
            double product = 0;
            for (int i = 0; i < across.length; i++) {
                var weight = across[i];
                var valueA = left[x + i];
                var valueB = right[x + i];
                sumA += weight * valueA;
                sumB += weight * valueB;
                squareA += weight * valueA * valueA;
                squareB += weight * valueB * valueB;
                product += weight * valueA * valueB;
            }
            int at = x * SUMS;
            row[at] = sumA;
            row[at + 1] = sumB;
            row[at + 2] = squareA;
            row[at + 3] = squareB;
            row[at + 4] = product;
        }
    }

    private double sumOfRow(int top) {
        var sums = new double[SUMS];
        double total = 0;
        for (int x = 0; x < columns; x++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < down.length; i++) {
                var row = rows[(top + i) % rows.length];
                for (int k = 0; k < SUMS; k++) {
                    sums[k] += down[i] * row[x * SUMS + k];
                }
            }
            total += similarity(sums[0], sums[1], sums[2], sums[3], sums[4]);
        }
        return total;
    }

    private static double similarity(double meanA, double meanB, double squareA, double squareB, double product) {
        var varianceA = squareA - meanA * meanA;
        var varianceB = squareB - meanB * meanB;
        var covariance = product - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }
}
