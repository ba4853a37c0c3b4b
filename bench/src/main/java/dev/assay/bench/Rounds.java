package dev.assay.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets the contenders take turns, so that whatever else the computer does meanwhile meets all of them alike.
 *
 * @param most how many rounds are counted; one more comes before, and is not
 * @param limit after which no further round begins
 * @param nanos the clock
 */
record Rounds(int most, Duration limit, LongSupplier nanos) {

    /** The times of each contender, round by round. */
    Map<Contender, double[]> run(List<Contender> contenders) throws IOException, InterruptedException {
        var end = nanos.getAsLong() + limit.toNanos();
        Map<Contender, double[]> times = new LinkedHashMap<>();
        for (var contender : contenders) {
            time(contender);
            times.put(contender, new double[0]);
        }
        for (int round = 0; round < most && (round == 0 || nanos.getAsLong() < end); round++) {
            for (var contender : contenders) {
                var took = time(contender);
                times.computeIfPresent(contender, (_, before) -> with(before, took));
            }
        }
        return times;
    }

    private double time(Contender contender) throws IOException, InterruptedException {
        contender.before().run();
        var start = nanos.getAsLong();
        contender.work().run();
        return (nanos.getAsLong() - start) / 1e9;
    }

    private static double[] with(double[] before, double next) {
        var after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = next;
        return after;
    }
}
