package dev.assay.models.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;

import dev.assay.models.lock.InHand;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/** One call of the downloader: looks whether the file is there, waits for its turn, and cleans up behind itself. */
final class Fetch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Ten minutes without a byte: whoever holds the part is stopped, not slow. */
    private static final int MAX_IDLE_LOOKS = 1200;

    private final Disk disk;
    private final DownloadRun.Retries retries;
    private final Means means;
    private final DownloadRequest request;
    private final ByteSource source;
    private final Progress progress;
    private final FinalNames names;
    private final Path partPath;
    private final Path lockPath;

    Fetch(
            Disk disk,
            DownloadRun.Retries retries,
            Means means,
            DownloadRequest request,
            ByteSource source,
            Progress progress) {
        this.disk = disk;
        this.retries = retries;
        this.means = means;
        this.request = request;
        this.source = source;
        this.progress = progress;
        this.names = new FinalNames(disk, request, progress);
        this.partPath = PartNames.part(request);
        this.lockPath = PartNames.lock(request);
    }

    DownloadResult run() throws IOException, InterruptedException {
        var existing = existing();
        if (existing.isPresent()) {
            clearLeftovers();
            return existing.get();
        }
        if (progress.cancelled()) {
            return new DownloadResult.Cancelled();
        }
        disk.createDirectories(request.directory());
        return whenFree();
    }

    private Optional<DownloadResult> existing() {
        return request.sha256()
                .flatMap(content ->
                        names.findExisting(content).map(file -> new DownloadResult.AlreadyThere(file, content)));
    }

    private DownloadResult whenFree() throws IOException, InterruptedException {
        var known = new SignOfLife(-1, FileTime.fromMillis(0));
        for (int idle = 0; idle < MAX_IDLE_LOOKS; idle++) {
            var result = fetchIfFree();
            if (result.isPresent()) {
                return result.get();
            }
            if (progress.cancelled()) {
                return new DownloadResult.Cancelled();
            }
            var sign = signOfLife();
            idle = sign.equals(known) ? idle : 0;
            known = sign;
            progress.report(new Step.Waiting(request.name().text(), sign.size()));
            retries.pause().rest(BETWEEN_LOOKS);
        }
        return new DownloadResult.CannotWrite(lockPath, "another process holds this download and has stopped");
    }

    /** Empty where somebody else has the part. */
    private Optional<DownloadResult> fetchIfFree() throws IOException, InterruptedException {
        var inHand = InHand.take(lockPath);
        if (inHand.isEmpty()) {
            return Optional.empty();
        }
        try (var _ = inHand.get()) {
            var lock = PartLock.tryTake(disk, lockPath);
            return lock.isPresent() ? Optional.of(fetchLocked(lock.get())) : Optional.empty();
        }
    }

    private DownloadResult fetchLocked(PartLock lock) throws IOException, InterruptedException {
        try (lock;
                var part = PartFile.open(disk, partPath)) {
            try {
                return fetchInto(part, lock);
            } finally {
                tidyUp(part, lock);
            }
        }
    }

    private DownloadResult fetchInto(PartFile part, PartLock lock) throws IOException, InterruptedException {
        // Whoever had the lock before may just have finished.
        var existing = existing();
        if (existing.isPresent()) {
            part.discardAndClose();
            return existing.get();
        }
        if (request.sha256().isEmpty() || !lock.state().sha256().equals(request.sha256())) {
            // Without a hash nothing tells whether a crash left holes in the bytes.
            part.restart();
        }
        var room = new Room(disk, request.directory());
        var reception = new Reception(request, progress, room, part, lock, means, source);
        var transfer = new Transfer(request, source, room, part, lock, reception);
        return new DownloadRun(
                        request,
                        progress,
                        retries,
                        transfer,
                        part,
                        names,
                        lock.state().holdsUpTo())
                .run();
    }

    /** The lock's file stays only where a part does. */
    private static void tidyUp(PartFile part, PartLock lock) {
        try {
            if (!part.isEmpty()) {
                Flushing.leave(part, lock);
            }
            part.close();
            if (part.isEmpty()) {
                lock.removeAndClose();
            }
        } catch (IOException _) {
            // The result stands; what is left over, a next run clears away.
        }
    }

    /** A run that was killed between giving the name and tidying up leaves a part that nobody needs. */
    void clearLeftovers() {
        var inHand =
                Files.exists(partPath) || Files.exists(lockPath) ? InHand.take(lockPath) : Optional.<InHand>empty();
        if (inHand.isEmpty()) {
            return;
        }
        try (var _ = inHand.get()) {
            var lock = PartLock.tryTake(disk, lockPath);
            if (lock.isPresent()) {
                disk.deleteIfExists(partPath);
                lock.get().removeAndClose();
            }
        } catch (IOException _) {
            // Untidy, but harmless: a next run tries again.
        }
    }

    /** Holes may be filled without the part becoming larger. */
    private record SignOfLife(long size, FileTime written) {}

    private SignOfLife signOfLife() {
        try {
            return new SignOfLife(Files.size(partPath), Files.getLastModifiedTime(partPath));
        } catch (IOException _) {
            return new SignOfLife(0, FileTime.fromMillis(0));
        }
    }
}
