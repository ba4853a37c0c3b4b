package dev.assay.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundsTest {

    private final AtomicLong clock = new AtomicLong();
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
                });
    }

    @Test
    void letsContendersTakeTurnsAndDoesNotCountTheFirst() throws Exception {
        var times = rounds(2, Duration.ofDays(1)).run(List.of(contender("A", true, 2), contender("B", false, 3)));
        assertThat(order).filteredOn(name -> name.length() == 1).containsExactly("A", "B", "A", "B", "A", "B");
        assertThat(times.values()).allMatch(each -> each.length == 2);
    }

    @Test
    void doesNotTimeWhatComesBefore() throws Exception {
        var times = rounds(1, Duration.ofDays(1)).run(List.of(contender("A", true, 2)));
        assertThat(times.values().iterator().next()).containsExactly(2.0);
    }

    @Test
    void endsInTimeButNotWithoutAResult() throws Exception {
        var times = rounds(50, Duration.ofMinutes(5)).run(List.of(contender("A", true, 2)));
        assertThat(times.values().iterator().next()).hasSizeBetween(1, 3);
        assertThat(rounds(50, Duration.ZERO)
                        .run(List.of(contender("A", true, 2)))
                        .values())
                .allMatch(each -> each.length == 1);
    }

    @Test
    void showsSmallestMiddleLargestAndTheRatioOfEachRound() throws Exception {
        var table =
                Table.of(rounds(1, Duration.ofDays(1)).run(List.of(contender("A", true, 2), contender("B", false, 3))));
        assertThat(table)
                .contains("ratio to A |")
                .contains("| A | 2.000 / **2.000** / 2.000 | 1 |")
                .contains("| B | 3.000 / **3.000** / 3.000 | 1.50 / **1.50** / 1.50 |");
        assertThat(Spread.of(5, 1, 3)).isEqualTo(new Spread(1, 3, 5));
        assertThat(Spread.of(4, 1, 2, 3)).isEqualTo(new Spread(1, 2.5, 4));
        assertThat(Spread.ofRatios(new double[] {2, 9}, new double[] {1, 3})).isEqualTo(new Spread(2, 2.5, 3));
    }

    private Rounds rounds(int most, Duration limit) {
        return new Rounds(most, limit, clock::get);
    }
}
