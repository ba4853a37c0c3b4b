package dev.assay.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundsTest {

    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong processor = new AtomicLong();
    private final List<String> order = new ArrayList<>();

    private Contender contender(String name, boolean isMeasure, int seconds) {
        return new Contender(
                name,
                isMeasure,
                () -> {
                    order.add("before " + name);
                    clock.addAndGet(Duration.ofSeconds(100).toNanos());
                },
                () -> {
                    order.add(name);
                    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
                    processor.addAndGet(Duration.ofSeconds(2L * seconds).toNanos());
                });
    }

    @Test
    void letsContendersTakeTurnsAndDoesNotCountTheFirst() throws Exception {
        var times = rounds(2, Duration.ofDays(1)).run(List.of(contender("A", true, 2), contender("B", false, 3)));
        assertThat(order).filteredOn(name -> name.length() == 1).containsExactly("A", "B", "A", "B", "A", "B");
        assertThat(times.values()).allMatch(each -> each.size() == 2);
    }

    @Test
    void doesNotTimeWhatComesBefore() throws Exception {
        var times = rounds(1, Duration.ofDays(1)).run(List.of(contender("A", true, 2)));
        assertThat(times.values().iterator().next()).containsExactly(new Cost(2, 4));
    }

    @Test
    void endsInTimeButNotWithoutAResult() throws Exception {
        var times = rounds(50, Duration.ofMinutes(5)).run(List.of(contender("A", true, 2)));
        assertThat(times.values().iterator().next()).hasSizeBetween(1, 3);
        assertThat(rounds(50, Duration.ZERO)
                        .run(List.of(contender("A", true, 2)))
                        .values())
                .allMatch(each -> each.size() == 1);
    }

    @Test
    void showsSmallestMiddleLargestAndTheRatioOfEachRound() throws Exception {
        var costs = rounds(1, Duration.ofDays(1)).run(List.of(contender("A", true, 2), contender("B", false, 3)));
        assertThat(Table.WALL.of(costs))
                .contains("seconds: min / median / max | ratio to A |")
                .contains("| A | 2.000 / **2.000** / 2.000 | 1 |")
                .contains("| B | 3.000 / **3.000** / 3.000 | 1.50 / **1.50** / 1.50 |");
        assertThat(Table.PROCESSOR.of(costs)).contains("| B | 6.000 / **6.000** / 6.000 | 1.50 / **1.50** / 1.50 |");
        assertThat(Spread.of(List.of(5.0, 1.0, 3.0))).isEqualTo(new Spread(1, 3, 5));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(1, 2.5, 4));
        assertThat(Spread.ofRatios(List.of(2.0, 9.0), List.of(1.0, 3.0))).isEqualTo(new Spread(2, 2.5, 3));
    }

    private Rounds rounds(int most, Duration limit) {
        return new Rounds(most, limit, new Meter() {
            @Override
            public long nanos() {
                return clock.get();
            }

            @Override
            public long processorNanos() {
                return processor.get();
            }
        });
    }
}
