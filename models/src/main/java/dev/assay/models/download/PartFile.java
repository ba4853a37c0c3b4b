package dev.assay.models.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.assay.core.hash.Sha256;
import dev.assay.models.hash.RunningSha256;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/**
 * The bytes of a file that have arrived so far, with their digest, which grows as they pass.
 *
 * <p>A part that starts anew is a new file under the same name, never the old one cut: after a crash in the wrong
 * moment the old one may be known by its final name as well.
 */
final class PartFile implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final Disk disk;
    private final Path path;
    private FileChannel channel;
    private RunningSha256 digest = new RunningSha256();
    private long length;
    private boolean restarted;

    private PartFile(Disk disk, Path path, FileChannel channel) {
        this.disk = disk;
        this.path = path;
        this.channel = channel;
    }

    /** Opens the part, empty where there was none; its length is 0 until {@link #takeUp} has read what it holds. */
    static PartFile open(Disk disk, Path path) throws IOException {
        if (!isSoleName(path)) {
            disk.deleteIfExists(path);
        }
        return new PartFile(disk, path, openChannel(disk, path));
    }

    /** Reads what an earlier run left; false where it was cancelled. */
    boolean takeUp(Progress progress) throws IOException {
        var total = channel.size();
        var buffer = ByteBuffer.allocateDirect(BUFFER);
        while (length < total) {
            if (progress.cancelled()) {
                return false;
            }
            buffer.clear();
            var read = channel.read(buffer, length);
            if (read < 0) {
                break;
            }
            digest.update(buffer.flip());
            length += read;
            progress.report(new Step.Hashing(path, length, total));
        }
        return true;
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Bytes that have arrived, all of them in the digest. */
    long length() {
        return length;
    }

    void append(byte[] bytes, int count) throws IOException {
        channel.position(length);
        disk.write(channel, ByteBuffer.wrap(bytes, 0, count));
        digest.update(bytes, 0, count);
        length += count;
    }

    /** Forgets all bytes. */
    void restart() throws IOException {
        channel.close();
        disk.deleteIfExists(path);
        channel = openChannel(disk, path);
        digest = new RunningSha256();
        length = 0;
        restarted = true;
    }

    /** Whether what an earlier run left has been forgotten. */
    boolean hasRestarted() {
        return restarted;
    }

    /** The digest of the bytes so far. */
    Sha256 sha256() {
        return digest.soFar();
    }

    /** Brings the bytes onto the medium. */
    void force() throws IOException {
        disk.force(channel);
    }

    /** Ends the work and keeps nothing. */
    void discardAndClose() throws IOException {
        channel.close();
        disk.deleteIfExists(path);
    }

    /** Ends the work for now; the next run takes it up. A part without a byte is not worth keeping. */
    @Override
    public void close() throws IOException {
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
