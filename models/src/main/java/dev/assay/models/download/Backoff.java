package dev.assay.models.download;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: doubling, with jitter, and never less than the source asks for. */
record Backoff(RandomGenerator random) {

    /** A longer wait that a source asks for is reported, not waited for. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST_OWN = Duration.ofSeconds(30);

    /**
     * @param failures in a row, at least 1
     * @param asked what the source asked for
     */
    Duration after(int failures, Optional<Duration> asked) {
        var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        var own = doubled.compareTo(LONGEST_OWN) < 0 ? doubled : LONGEST_OWN;
        var jittered = Duration.ofMillis((long) (own.toMillis() * (0.5 + random.nextDouble())));
        return asked.filter(wait -> wait.compareTo(jittered) > 0).orElse(jittered);
    }

    static boolean isTooLong(Duration asked) {
        return asked.compareTo(LONGEST_WAIT) > 0;
    }
}
