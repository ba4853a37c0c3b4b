package dev.assay.models.download;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

import dev.assay.models.progress.Progress;

/**
 * Fetches files so that a final name holds whole and checked bytes at every instant, whatever is killed or unplugged,
 * and nothing that was there before is changed.
 *
 * <p>A process should have one: downloads of the same file by several threads of one process wait for each other only
 * within it. Processes wait for each other in any case.
 */
public final class Downloader {

    private static final ByteSource NOWHERE =
            _ -> new ByteSource.Transient("nothing is fetched here", Optional.empty());

    private final Disk disk;
    private final DownloadRun.Retries retries;
    private final Means means;
    private final Set<Path> inHand = ConcurrentHashMap.newKeySet();

    Downloader(Disk disk, Pause pause, RandomGenerator random, Means means) {
        this.disk = disk;
        this.means = means;
        this.retries = new DownloadRun.Retries(pause, new Backoff(random));
    }

    /**
     * A downloader onto this computer's disk.
     *
     * @param pause how to wait between attempts
     * @param random for the jitter of these waits
     * @param limit what all its downloads together may take
     */
    public static Downloader create(Pause pause, RandomGenerator random, RateLimit limit) {
        return new Downloader(new RealDisk(), pause, random, Means.usual(limit));
    }

    /** Fetches one file, or finds that it is there. Safe to call from several threads; an interrupt cancels. */
    public DownloadResult fetch(DownloadRequest request, ByteSource source, Progress progress) {
        try {
            return new Fetch(disk, retries, means, inHand, request, source, progress).run();
        } catch (ClosedByInterruptException | InterruptedException _) {
            Thread.currentThread().interrupt();
            return new DownloadResult.Cancelled();
        } catch (IOException e) {
            return DiskTrouble.explain(disk, request, e);
        }
    }

    /**
     * Clears away what a killed run has left beside a file that got its name: the part is that very file by another
     * name, and would keep its bytes on the disk when the file is deleted. What cannot be cleared is left.
     */
    public void tidy(DownloadRequest request) {
        new Fetch(disk, retries, means, inHand, request, NOWHERE, Progress.silent()).clearLeftovers();
    }
}
