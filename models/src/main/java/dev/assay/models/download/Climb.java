package dev.assay.models.download;

import java.time.Duration;

/**
 * Over how many connections a file is fetched. One is the rule; more are tried where one is slow, and kept where they bring
 * clearly more. Where they do not, the line itself is full, and it would only be taken from others. Where the disk is what is
 * waited for, none are tried.
 */
final class Climb {

    /**
     * How boldly.
     *
     * @param most connections at once
     * @param settle before a change is measured
     * @param look how long it is measured
     * @param rest before it is tried again, twice as long each time
     * @param fast bytes a second of one connection that needs no help
     * @param gain by which factor more connections must be faster
     */
    record Pace(int most, Duration settle, Duration look, Duration rest, long fast, double gain) {

        /**
         * As many connections as the usual downloaders allow themselves, measured for longer than round trips take; less
         * gain than this is within what a line does by itself.
         */
        static final Pace USUAL =
                new Pace(16, Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofSeconds(20), 100L << 20, 1.3);
    }

    private static final int STEP = 4;

    /** More of its time than this a lane should not spend on the disk. */
    private static final double BUSY = 0.3;

    private final Pace pace;
    private int lanes = 1;
    private int proven = 1;
    private double provenRate;
    private long settledAt;
    private boolean measuring;
    private long from;
    private long bytesAtFrom;
    private long writingAtFrom;
    private long quietUntil;
    private Duration rest;

    /**
     * Begins with one.
     *
     * @param now in nanoseconds
     */
    Climb(Pace pace, long now) {
        this.pace = pace;
        this.rest = pace.rest();
        this.quietUntil = now;
        this.settledAt = now + pace.settle().toNanos();
    }

    /**
     * How many there should be by now.
     *
     * @param bytes that have arrived so far
     * @param writing nanoseconds that all lanes together have spent on the disk so far
     */
    int lanes(long now, long bytes, long writing) {
        if (measuring && now - from >= pace.look().toNanos()) {
            var time = now - from;
            judge(now, (bytes - bytesAtFrom) * 1e9 / time, (double) (writing - writingAtFrom) / time / lanes);
            settle(now);
        }
        if (!measuring && now >= settledAt) {
            measuring = true;
            from = now;
            bytesAtFrom = bytes;
            writingAtFrom = writing;
        }
        return lanes;
    }

    private void judge(long now, double rate, double busy) {
        if (lanes > proven && rate < provenRate * pace.gain()) {
            lanes = proven;
            hold(now);
            return;
        }
        proven = lanes;
        provenRate = rate;
        if (now >= quietUntil && busy < BUSY && rate / lanes < pace.fast()) {
            lanes = Math.min(pace.most(), lanes * STEP);
        }
    }

    /** A connection failed or was refused: that many are left, and no more are tried for a while. */
    void lost(int left, long now) {
        lanes = Math.max(1, left);
        proven = lanes;
        hold(now);
        settle(now);
    }

    private void settle(long now) {
        measuring = false;
        settledAt = now + pace.settle().toNanos();
    }

    private void hold(long now) {
        quietUntil = now + rest.toNanos();
        rest = rest.multipliedBy(2);
    }
}
