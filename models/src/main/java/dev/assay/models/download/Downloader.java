package dev.assay.models.download;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.assay.models.progress.Progress;

/**
 * Fetches files so that a final name holds whole and checked bytes at every instant, whatever is killed or unplugged,
 * and nothing that was there before is changed.
 *
 * <p>Downloads of the same file wait for each other, in this process and in others.
 */
public final class Downloader {

    private static final ByteSource NOWHERE =
            _ -> new ByteSource.Transient("nothing is fetched here", Optional.empty());

    private final Disk disk;
    private final DownloadRun.Retries retries;
    private final Means means;

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
            return new Fetch(disk, retries, means, request, source, progress).run();
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
        new Fetch(disk, retries, means, request, NOWHERE, Progress.silent()).clearLeftovers();
    }
}
