package dev.assay.models.download;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RateLimitTest {

    private final AtomicLong now = new AtomicLong(5);
    private final RateLimit limit = new RateLimit(1000, now::get, pause -> now.addAndGet(pause.toNanos()));

    private double seconds() {
        return now.get() / 1e9;
    }

    @Test
    void letsSoManyBytesPassInASecondHoweverTheyCome() throws InterruptedException {
        for (int bytes : new int[] {1, 999, 2000, 500, 1500}) {
            limit.pay(bytes);
        }
        assertThat(seconds()).isCloseTo(5, within(0.01));
    }

    @Test
    void savesNothingUpWhileNothingComes() throws InterruptedException {
        limit.pay(1000);
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        var before = seconds();
        limit.pay(2000);
        assertThat(seconds() - before).isCloseTo(2, within(0.01));
    }

    @Test
    void takesSmallPortionsSoThatItFlows() {
        assertThat(limit.portion(1 << 20)).isEqualTo(125);
        assertThat(RateLimit.none().portion(1 << 20)).isEqualTo(1 << 20);
    }
}
