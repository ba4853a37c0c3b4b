package dev.assay.bench;

import java.util.List;
import java.util.stream.IntStream;

/** The smallest, the middle and the largest of some numbers. */
record Spread(double min, double median, double max) {

    static Spread of(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.getFirst(), median, sorted.getLast());
    }

    /** Of the numbers in relation to others, each to the one of the same round. */
    static Spread ofRatios(List<Double> numbers, List<Double> others) {
        return of(IntStream.range(0, numbers.size())
                .mapToObj(i -> numbers.get(i) / others.get(i))
                .toList());
    }
}
