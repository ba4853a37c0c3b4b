package dev.assay.models.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;

import dev.assay.core.hash.Sha256;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/**
 * The bytes of a file that have arrived so far, with their digest, which follows them.
 *
 * <p>A part that starts anew is a new file under the same name, never the old one cut: after a crash in the wrong
 * moment the old one may be known by its final name as well.
 */
final class PartFile implements Closeable {

    private static final long MOMENT = 200;

    private final Disk disk;
    private final Path path;
    private FileChannel channel;
    private Coverage coverage = new Coverage();
    private TrailingDigest digest;
    private final LongAdder writing = new LongAdder();
    private boolean restarted;

    private PartFile(Disk disk, Path path, FileChannel channel) {
        this.disk = disk;
        this.path = path;
        this.channel = channel;
        this.digest = new TrailingDigest(disk, channel);
    }

    /** Opens the part, empty where there was none; its length is 0 until {@link #takeUp} has read what it holds. */
    static PartFile open(Disk disk, Path path) throws IOException {
        if (!isSoleName(path)) {
            disk.deleteIfExists(path);
        }
        return new PartFile(disk, path, openChannel(disk, path));
    }

    /**
     * Reads what an earlier run left.
     *
     * @param holdsUpTo the first byte that is not vouched for; empty where all that is there follows without a hole
     * @return false where it was cancelled
     */
    boolean takeUp(OptionalLong holdsUpTo, Progress progress) throws IOException, InterruptedException {
        var there = Math.min(channel.size(), holdsUpTo.orElse(Long.MAX_VALUE));
        if (there > 0) {
            coverage.add(0, there);
            digest.follow(there);
        }
        return digested(progress);
    }

    /** Waits for the digest to reach the front; false where it was cancelled. */
    boolean digested(Progress progress) throws IOException, InterruptedException {
        while (!digest.catchUp(MOMENT)) {
            if (progress.cancelled()) {
                return false;
            }
            progress.report(new Step.Hashing(path, digest.done(), length()));
        }
        return true;
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    Coverage coverage() {
        return coverage;
    }

    /** Bytes that have arrived without a hole before them. */
    long length() {
        return coverage.front();
    }

    /** Writes bytes of a stretch; several threads may do so at once. */
    void write(Spans spans, Span span, ByteBuffer bytes, long at) throws IOException {
        var begun = System.nanoTime();
        disk.write(channel, bytes, at);
        writing.add(System.nanoTime() - begun);
        spans.wrote(span);
        digest.follow(coverage.front());
    }

    /** How long the disk has kept those who write waiting, all together. */
    long writingNanos() {
        return writing.sum();
    }

    /** Forgets all bytes. */
    void restart() throws IOException {
        digest.close();
        channel.close();
        disk.deleteIfExists(path);
        channel = openChannel(disk, path);
        coverage = new Coverage();
        digest = new TrailingDigest(disk, channel);
        restarted = true;
    }

    /** Whether what an earlier run left has been forgotten. */
    boolean hasRestarted() {
        return restarted;
    }

    /** The digest of the bytes without a hole before them, once {@link #digested}. */
    Sha256 sha256() {
        return digest.sha256();
    }

    /** Whether the file has nothing behind the bytes that have arrived, as a part with holes may have. */
    boolean endsWithItsLastByte() throws IOException {
        return channel.size() == length();
    }

    /** Takes the room for the whole file, where that can be done. */
    void reserve(long total) {
        disk.reserve(path, total);
    }

    /** Brings the bytes onto the medium. */
    void force() throws IOException {
        disk.force(channel);
    }

    /** Ends the work and keeps nothing. */
    void discardAndClose() throws IOException {
        digest.close();
        channel.close();
        disk.deleteIfExists(path);
    }

    /** Ends the work for now; the next run takes it up. A part without a byte is not worth keeping. */
    @Override
    public void close() throws IOException {
        digest.close();
        channel.close();
        if (isEmpty()) {
            disk.deleteIfExists(path);
        }
    }

    /** Whether nothing would remain for a next run. */
    boolean isEmpty() throws IOException {
        return !Files.exists(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) == 0;
    }

    private static FileChannel openChannel(Disk disk, Path path) throws IOException {
        return disk.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether writing to the file cannot change another one: a crash may have left it linked to its final name. */
    private static boolean isSoleName(Path path) throws IOException {
        try {
            return !Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    || Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS)
                            .equals(1);
        } catch (UnsupportedOperationException | IllegalArgumentException _) {
            // Windows does not tell; there, too, a part is only ever written to where bytes are missing.
            return true;
        }
    }
}
