package dev.assay.models.download;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpansTest {

    private static final int END = 10_000;
    private static final int SMALLEST = 50;

    private final Coverage coverage = new Coverage();

    /** Whatever is claimed, given back, shortened and shared: each byte is fetched exactly once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void givesEveryByteToExactlyOne(long seed) {
        var random = new Random(seed);
        var spans = new Spans(coverage, END, SMALLEST);
        var fetched = new BitSet();
        List<Span> taken = new ArrayList<>();
        while (fetched.cardinality() < END) {
            switch (random.nextInt(8)) {
                case 0, 1 ->
                    spans.next(random.nextInt(4) == 0 ? Long.MAX_VALUE : 100 + random.nextInt(900))
                            .ifPresent(span -> {
                                assertThat(span.end).isGreaterThan(span.written);
                                taken.add(span);
                            });
                case 2 -> spans.shorten(100 + random.nextInt(900));
                case 3 -> pick(taken, random, true).forEach(spans::giveBack);
                default -> pick(taken, random, false).forEach(span -> fetch(spans, span, fetched, random));
            }
            assertThat(coverage.bytes()).isEqualTo(fetched.cardinality());
            assertThat(coverage.front()).isEqualTo(fetched.nextClearBit(0));
        }
        assertThat(spans.next(Long.MAX_VALUE)).isEmpty();
        assertThat(fetched.length()).isEqualTo(END);
    }

    private static List<Span> pick(List<Span> taken, Random random, boolean away) {
        if (taken.isEmpty()) {
            return List.of();
        }
        var at = random.nextInt(taken.size());
        return List.of(away ? taken.remove(at) : taken.get(at));
    }

    private static void fetch(Spans spans, Span span, BitSet fetched, Random random) {
        var from = span.claimed;
        var count = spans.claim(span, 1 + random.nextInt(300));
        assertThat(fetched.get((int) from, (int) from + count).isEmpty()).isTrue();
        fetched.set((int) from, (int) from + count);
        if (count > 0) {
            spans.wrote(span);
        }
    }

    @Test
    void giveWorkOutInOrderAndHalveTheLongestWhenThereIsNoneLeft() {
        var spans = new Spans(coverage, 1000, 50);
        var first = spans.next(400).orElseThrow();
        var second = spans.next(Long.MAX_VALUE).orElseThrow();
        assertThat(List.of(first.written, first.end, second.written, second.end))
                .containsExactly(0L, 400L, 400L, 1000L);
        var third = spans.next(400).orElseThrow();
        assertThat(List.of(second.end, third.written, third.end)).containsExactly(700L, 700L, 1000L);
    }

    @Test
    void giveNoHalfThatIsNotWorthAConnection() {
        var spans = new Spans(coverage, 99, 50);
        spans.next(Long.MAX_VALUE);
        assertThat(spans.next(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void giveNothingWhereWorkIsDoneButNotYetGivenBack() {
        var spans = new Spans(coverage, 100, 50);
        var span = spans.next(40).orElseThrow();
        spans.claim(span, 40);
        spans.wrote(span);
        assertThat(spans.next(40).orElseThrow().written).isEqualTo(40);
    }

    @Test
    void shareAFileOfUnknownEndWithNobody() {
        var spans = new Spans(coverage, Long.MAX_VALUE, 50);
        assertThat(spans.next(Long.MAX_VALUE)).isPresent();
        assertThat(spans.next(Long.MAX_VALUE)).isEmpty();
    }
}
