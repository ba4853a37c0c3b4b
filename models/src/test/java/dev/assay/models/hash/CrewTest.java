package dev.assay.models.hash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CrewTest {

    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void doesEverythingOnce() {
        var all = IntStream.range(0, 500).boxed().toList();
        new Crew(4).work(all, Integer::longValue, () -> done::add, () -> false);
        assertThat(done).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void letsNoHugeFileWaitOrKeepSmallOnesWaiting() {
        new Crew(1).work(List.of(900, 3, 50, 1), Integer::longValue, () -> done::add, () -> false);
        assertThat(done).as("alone").containsExactly(1, 3, 50, 900);
        done.clear();
        var smallOnesDone = new CountDownLatch(3);
        new Crew(2)
                .work(
                        List.of(900, 3, 50, 1),
                        Integer::longValue,
                        () -> item -> {
                            if (item == 900) {
                                await(smallOnesDone);
                            }
                            done.add(item);
                            smallOnesDone.countDown();
                        },
                        () -> false);
        assertThat(done)
                .as("by two")
                .containsExactlyInAnyOrder(1, 3, 50, 900)
                .last()
                .isEqualTo(900);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endsWithWhatOneOfThemThrows() {
        var all = IntStream.range(0, 10_000).boxed().toList();
        assertThatThrownBy(() -> new Crew(3)
                        .work(
                                all,
                                Integer::longValue,
                                () -> item -> {
                                    if (item == 20) {
                                        throw new IllegalArgumentException("no more");
                                    }
                                    done.add(item);
                                },
                                () -> false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(done).hasSizeLessThan(all.size());
    }

    @Test
    void endsWhenCancelled() {
        var all = IntStream.range(0, 1000).boxed().toList();
        new Crew(2).work(all, Integer::longValue, () -> done::add, () -> done.size() >= 10);
        assertThat(done).hasSizeBetween(10, 12);
    }
}
