package dev.assay.models.download;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How many bytes a second all downloads together may take, so that the line has room for others. */
public final class RateLimit {

    private static final long NONE = Long.MAX_VALUE;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** What may come in one go, as a part of a second. */
    private static final int SHARES = 8;

    private final long perSecond;
    private final LongSupplier nanos;
    private final Pause pause;
    private long paidUntil;
    private boolean begun;

    RateLimit(long perSecond, LongSupplier nanos, Pause pause) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.pause = pause;
    }

    /** As fast as it goes. */
    public static RateLimit none() {
        return new RateLimit(NONE, System::nanoTime, Pause.sleeping());
    }

    /**
     * So many bytes a second, at least 1.
     */
    public static RateLimit of(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("no rate: " + bytes);
        }
        return new RateLimit(bytes, System::nanoTime, Pause.sleeping());
    }

    boolean isSet() {
        return perSecond != NONE;
    }

    /** How many bytes to take in one go, so that it flows. */
    int portion(int usual) {
        return (int) Math.max(1, Math.min(usual, perSecond / SHARES));
    }

    /** Waits until so many bytes that have just come are paid for. */
    void pay(int bytes) throws InterruptedException {
        if (isSet()) {
            var wait = book(bytes);
            if (wait > 0) {
                pause.rest(Duration.ofNanos(wait));
            }
        }
    }

    private synchronized long book(int bytes) {
        var now = nanos.getAsLong();
        if (!begun || paidUntil < now) {
            paidUntil = now;
            begun = true;
        }
        paidUntil += (long) ((double) bytes * SECOND / perSecond);
        return paidUntil - now;
    }
}
