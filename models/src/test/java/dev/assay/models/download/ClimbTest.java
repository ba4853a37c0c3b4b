package dev.assay.models.download;

import java.time.Duration;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines of all kinds, simulated: how many connections are used after a while, and how many were ever tried. */
class ClimbTest {

    private static final double MEGABYTE = 1e6;
    private static final long TICK = Duration.ofMillis(100).toNanos();

    private long now;
    private long writing;
    private double bytes;
    private int tried;
    private final Climb climb = new Climb(Climb.Pace.USUAL, 0);

    /** @param rate bytes a second that so many connections bring together */
    private int after(Duration time, IntToDoubleFunction rate, double onDisk) {
        int lanes = climb.lanes(now, (long) bytes, writing);
        for (var end = now + time.toNanos(); now < end; now += TICK) {
            bytes += rate.applyAsDouble(lanes) * TICK / 1e9;
            writing += (long) (onDisk * lanes * TICK);
            lanes = climb.lanes(now + TICK, (long) bytes, writing);
            tried = Math.max(tried, lanes);
        }
        return lanes;
    }

    private int after(Duration time, IntToDoubleFunction rate) {
        return after(time, rate, 0.05);
    }

    @Test
    void usesManyWhereEachIsLimited() {
        assertThat(after(Duration.ofSeconds(2), lanes -> 12.5 * MEGABYTE * lanes))
                .isEqualTo(16);
    }

    @Test
    void staysWithOneWhereTheLineIsFull() {
        assertThat(after(Duration.ofSeconds(5), _ -> 12.5 * MEGABYTE)).isEqualTo(1);
        assertThat(tried).isEqualTo(4);
    }

    @Test
    void usesNoMoreThanFillTheLine() {
        assertThat(after(Duration.ofSeconds(5), lanes -> Math.min(50, 12.5 * lanes) * MEGABYTE))
                .isEqualTo(4);
    }

    @Test
    void triesNoneWhereOneIsFastEnough() {
        after(Duration.ofSeconds(5), _ -> 400 * MEGABYTE);
        assertThat(tried).isEqualTo(1);
    }

    @Test
    void triesNoneWhereTheDiskIsWaitedFor() {
        after(Duration.ofSeconds(5), lanes -> 50 * MEGABYTE * lanes, 0.7);
        assertThat(tried).isEqualTo(1);
    }

    @Test
    void triesAgainLaterAndLessAndLessOften() {
        after(Duration.ofSeconds(5), _ -> 12.5 * MEGABYTE);
        assertThat(after(Duration.ofSeconds(30), lanes -> 12.5 * MEGABYTE * lanes))
                .as("the line has become wider meanwhile")
                .isEqualTo(16);
    }

    @Test
    void keepsWhatIsLeftWhereAConnectionIsRefused() {
        after(Duration.ofSeconds(1), lanes -> 12.5 * MEGABYTE * lanes);
        climb.lost(2, now);
        assertThat(after(Duration.ofSeconds(10), lanes -> 12.5 * MEGABYTE * lanes))
                .isEqualTo(2);
    }
}
