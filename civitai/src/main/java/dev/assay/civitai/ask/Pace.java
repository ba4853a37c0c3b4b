package dev.assay.civitai.ask;

import java.time.Duration;

/** Keeps the requests of all threads apart: a few at once, then two a second; none while the site asked to wait. */
final class Pace {

    private static final long INTERVAL = Duration.ofMillis(500).toNanos();
    private static final long BURST = 5;

    private final Time time;
    /** When the bucket will be full again, if nobody asks. */
    private long full;

    private long heldUntil;

    Pace(Time time) {
        this.time = time;
        this.full = time.nanos();
        this.heldUntil = time.nanos();
    }

    /** Waits for the next turn. False where that would take longer than the budget; then nothing was waited for. */
    boolean admit(Budget budget) throws InterruptedException {
        var wait = reserve(budget);
        if (wait < 0) {
            return false;
        }
        if (wait > 0) {
            time.sleep(Duration.ofNanos(wait));
        }
        return true;
    }

    private synchronized long reserve(Budget budget) {
        var now = time.nanos();
        var turn = Math.max(Math.max(full - (BURST - 1) * INTERVAL, heldUntil), now);
        var wait = turn - now;
        if (wait > budget.left().toNanos()) {
            return -1;
        }
        full = Math.max(full, turn) + INTERVAL;
        return wait;
    }

    /** The site asked not to be asked for so long. */
    synchronized void holdBack(Duration duration) {
        heldUntil = Math.max(heldUntil, time.nanos() + duration.toNanos());
    }
}
