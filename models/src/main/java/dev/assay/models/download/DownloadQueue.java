package dev.assay.models.download;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.assay.models.progress.Progress;

/** Fetches several files, a few at a time; one that fails does not keep the others from arriving. */
public final class DownloadQueue {

    /** Enough to fill the line while one of them is being asked for or checked. */
    private static final int USUAL = 3;

    private final Downloader downloader;
    private final int atOnce;

    public DownloadQueue(Downloader downloader) {
        this(downloader, USUAL);
    }

    DownloadQueue(Downloader downloader, int atOnce) {
        this.downloader = downloader;
        this.atOnce = atOnce;
    }

    /** A file, and where it comes from. */
    public record Order(DownloadRequest request, ByteSource source) {}

    /**
     * Fetches them all, begun in their order. An interrupt ends what is under way and keeps the rest from beginning.
     *
     * @param progress told by several threads at once
     * @return one result for each, in the same order
     */
    public List<DownloadResult> fetch(List<Order> orders, Progress progress) {
        var results = new DownloadResult[orders.size()];
        var next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                results[i] = fetch(orders.get(i), progress);
            }
        };
        var workers = Math.min(atOnce, results.length);
        if (workers <= 1) {
            work.run();
        } else {
            runAtOnce(work, workers);
        }
        return List.of(results);
    }

    private DownloadResult fetch(Order order, Progress progress) {
        return Thread.currentThread().isInterrupted()
                ? new DownloadResult.Cancelled()
                : downloader.fetch(order.request(), order.source(), progress);
    }

    private static void runAtOnce(Runnable work, int workers) {
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var running =
                    Stream.generate(() -> threads.submit(work)).limit(workers).toList();
            var interrupted = false;
            for (var one : running) {
                interrupted |= await(one, threads);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether it was interrupted while waiting, which is passed on to those who work. */
    private static boolean await(Future<?> one, ExecutorService threads) {
        for (var interrupted = false; ; ) {
            try {
                one.get();
                return interrupted;
            } catch (InterruptedException _) {
                interrupted = true;
                threads.shutdownNow();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a download ended with a defect", e.getCause());
            }
        }
    }
}
