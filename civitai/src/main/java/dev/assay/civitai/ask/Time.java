package dev.assay.civitai.ask;

import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting by it. */
public interface Time {

    /** The date and time. */
    Instant now();

    /** A count of nanoseconds that only ever grows. */
    long nanos();

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;

    /** The computer's own. */
    static Time ofSystem() {
        return new Time() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
