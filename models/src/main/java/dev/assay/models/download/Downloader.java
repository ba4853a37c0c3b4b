package dev.assay.models.download;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/**
 * Fetches files so that a final name holds whole and checked bytes at every instant, whatever is killed or unplugged,
 * and nothing that was there before is changed.
 *
 * <p>A process should have one: downloads of the same file by several threads of one process wait for each other only
 * within it. Processes wait for each other in any case.
 */
public final class Downloader {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Ten minutes without a byte: whoever holds the part is stopped, not slow. */
    private static final int MAX_IDLE_LOOKS = 1200;

    private final Disk disk;
    private final DownloadRun.Retries retries;
    private final Set<Path> inHand = ConcurrentHashMap.newKeySet();

    Downloader(Disk disk, Pause pause, RandomGenerator random) {
        this.disk = disk;
        this.retries = new DownloadRun.Retries(pause, new Backoff(random));
    }

    /**
     * A downloader onto this computer's disk.
     *
     * @param pause how to wait between attempts
     * @param random for the jitter of these waits
     */
    public static Downloader create(Pause pause, RandomGenerator random) {
        return new Downloader(new RealDisk(), pause, random);
    }

    /** Fetches one file, or finds that it is there. Safe to call from several threads; an interrupt cancels. */
    public DownloadResult fetch(DownloadRequest request, ByteSource source, Progress progress) {
        try {
            var names = new FinalNames(disk, request, progress);
            var existing = request.sha256().flatMap(names::findExisting);
            if (existing.isPresent()) {
                clearLeftovers(request);
                return alreadyThere(request, existing.get());
            }
            if (progress.cancelled()) {
                return new DownloadResult.Cancelled();
            }
            disk.createDirectories(request.directory());
            return fetchAlone(request, source, progress, names);
        } catch (ClosedByInterruptException | InterruptedException _) {
            Thread.currentThread().interrupt();
            return new DownloadResult.Cancelled();
        } catch (IOException e) {
            return DiskTrouble.explain(disk, request, e);
        }
    }

    private static DownloadResult alreadyThere(DownloadRequest request, Path file) {
        return new DownloadResult.AlreadyThere(file, request.sha256().orElseThrow());
    }

    private DownloadResult fetchAlone(DownloadRequest request, ByteSource source, Progress progress, FinalNames names)
            throws IOException, InterruptedException {
        long known = -1;
        for (int idle = 0; idle < MAX_IDLE_LOOKS; idle++) {
            if (progress.cancelled()) {
                return new DownloadResult.Cancelled();
            }
            var result = fetchIfFree(request, source, progress, names);
            if (result.isPresent()) {
                return result.get();
            }
            var arrived = sizeOf(PartNames.part(request));
            idle = arrived == known ? idle : 0;
            known = arrived;
            progress.report(new Step.Waiting(request.name().text(), arrived));
            retries.pause().rest(BETWEEN_LOOKS);
        }
        return new DownloadResult.CannotWrite(
                PartNames.lock(request), "another process holds this download and has stopped");
    }

    /** Empty where somebody else has the part. */
    private Optional<DownloadResult> fetchIfFree(
            DownloadRequest request, ByteSource source, Progress progress, FinalNames names)
            throws IOException, InterruptedException {
        var file = PartNames.lock(request);
        if (!inHand.add(file)) {
            return Optional.empty();
        }
        try {
            var lock = PartLock.tryTake(disk, file);
            return lock.isPresent()
                    ? Optional.of(fetchLocked(request, source, progress, names, lock.get()))
                    : Optional.empty();
        } finally {
            inHand.remove(file);
        }
    }

    private DownloadResult fetchLocked(
            DownloadRequest request, ByteSource source, Progress progress, FinalNames names, PartLock lock)
            throws IOException, InterruptedException {
        try (lock;
                var part = PartFile.open(disk, PartNames.part(request))) {
            try {
                return fetchInto(part, lock, request, source, progress, names);
            } finally {
                tidyUp(part, lock);
            }
        }
    }

    private DownloadResult fetchInto(
            PartFile part,
            PartLock lock,
            DownloadRequest request,
            ByteSource source,
            Progress progress,
            FinalNames names)
            throws IOException, InterruptedException {
        // Whoever had the lock before may just have finished.
        var existing = request.sha256().flatMap(names::findExisting);
        if (existing.isPresent()) {
            part.discardAndClose();
            return alreadyThere(request, existing.get());
        }
        var state = lock.state();
        if (request.sha256().isEmpty() || !state.sha256().equals(request.sha256())) {
            // Without a hash nothing tells whether a crash left holes in the bytes.
            part.restart();
        }
        var transfer = new Transfer(disk, request, source, progress, part, state);
        return new DownloadRun(request, progress, retries, transfer, part, lock, names).run();
    }

    /** The lock's file stays only where a part does. */
    private static void tidyUp(PartFile part, PartLock lock) {
        try {
            part.close();
            if (part.isEmpty()) {
                lock.removeAndClose();
            }
        } catch (IOException _) {
            // The result stands; what is left over, a next run clears away.
        }
    }

    /** A run that was killed between giving the name and tidying up leaves a part that nobody needs. */
    private void clearLeftovers(DownloadRequest request) {
        var part = PartNames.part(request);
        var file = PartNames.lock(request);
        if ((Files.exists(part) || Files.exists(file)) && inHand.add(file)) {
            try {
                var lock = PartLock.tryTake(disk, file);
                if (lock.isPresent()) {
                    disk.deleteIfExists(part);
                    lock.get().removeAndClose();
                }
            } catch (IOException _) {
                // Untidy, but harmless: a next run tries again.
            } finally {
                inHand.remove(file);
            }
        }
    }

    private static long sizeOf(Path part) {
        try {
            return Files.size(part);
        } catch (IOException _) {
            return 0;
        }
    }
}
