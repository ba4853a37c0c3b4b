package dev.assay.models.download;

import java.time.Duration;

/** Waits. Injected, so that tests need no time. */
@FunctionalInterface
public interface Pause {

    void rest(Duration duration) throws InterruptedException;

    /** Sleeps the thread. */
    static Pause sleeping() {
        return Thread::sleep;
    }
}
