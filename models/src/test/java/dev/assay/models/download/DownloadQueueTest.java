package dev.assay.models.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class DownloadQueueTest {

    @TempDir
    Path folder;

    private final DownloadQueue queue =
            new DownloadQueue(Downloader.create(_ -> {}, new Random(1), RateLimit.none()), 2);

    private static Content model(int number) {
        return Content.safetensors(number, 50_000);
    }

    private DownloadQueue.Order order(int number, ByteSource source) {
        var request = new DownloadRequest(
                folder,
                SafeName.of("model-" + number + ".safetensors"),
                Optional.of(model(number).sha256()),
                SizeRange.exactly(model(number).length()),
                ModelFormat.SAFETENSORS,
                "42",
                List.of());
        return new DownloadQueue.Order(request, source);
    }

    @Test
    void fetchesAFewAtATimeAndGivesEachItsResult() {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var orders = IntStream.range(0, 6)
                .mapToObj(number -> order(number, wanted -> {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    open.decrementAndGet();
                    return number == 3
                            ? new ByteSource.Refused(Refusal.ARCHIVED, "gone")
                            : new FakeSource(model(number)).open(wanted);
                }))
                .toList();
        var results = queue.fetch(orders, Progress.silent());
        assertThat(results).hasSize(6);
        assertThat(results.get(3)).isEqualTo(new DownloadResult.Refused(Refusal.ARCHIVED, "gone"));
        for (int number : new int[] {0, 1, 2, 4, 5}) {
            assertThat(folder.resolve("model-" + number + ".safetensors"))
                    .hasBinaryContent(model(number).bytes());
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void worksOnTwoAtOnce() {
        var both = new CountDownLatch(2);
        var orders = new ArrayList<DownloadQueue.Order>();
        for (int number = 0; number < 2; number++) {
            var content = model(number);
            orders.add(order(number, wanted -> {
                both.countDown();
                both.await();
                return new FakeSource(content).open(wanted);
            }));
        }
        assertThat(queue.fetch(orders, Progress.silent())).allMatch(DownloadResult.Done.class::isInstance);
    }

    @Test
    void endsAllWhenItIsInterrupted() throws InterruptedException {
        var begun = new CountDownLatch(2);
        var never = new CountDownLatch(1);
        var orders = IntStream.range(0, 5)
                .mapToObj(number -> order(number, _ -> {
                    begun.countDown();
                    never.await();
                    return new ByteSource.UnsatisfiableRange();
                }))
                .toList();
        var results = new AtomicReference<List<DownloadResult>>();
        var user = Thread.ofPlatform().start(() -> results.set(queue.fetch(orders, Progress.silent())));
        begun.await();
        user.interrupt();
        user.join();
        assertThat(results.get()).hasSize(5).allMatch(DownloadResult.Cancelled.class::isInstance);
    }
}
