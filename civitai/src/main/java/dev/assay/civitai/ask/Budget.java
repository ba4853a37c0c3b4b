package dev.assay.civitai.ask;

import java.time.Duration;

/** The time that one question may take in all. */
final class Budget {

    private final Time time;
    private final long end;

    Budget(Time time, Duration total) {
        this.time = time;
        this.end = time.nanos() + total.toNanos();
    }

    /** What is left; never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - time.nanos()));
    }

    boolean covers(Duration pause) {
        return left().compareTo(pause) > 0;
    }
}
