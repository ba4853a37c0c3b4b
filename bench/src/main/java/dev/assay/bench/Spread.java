package dev.assay.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The smallest, the middle and the largest of some numbers. */
record Spread(double min, double median, double max) {

    static Spread of(double... numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        var median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Of the numbers in relation to others, each to the one of the same round. */
    static Spread ofRatios(double[] numbers, double[] others) {
        return of(IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i] / others[i])
                .toArray());
    }
}
