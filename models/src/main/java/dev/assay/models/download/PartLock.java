package dev.assay.models.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

import dev.assay.models.lock.InHand;

/**
 * The right to work on one part file, for one process at a time. It is a lock of the operating system, so that it dies
 * with its process, on a small file that also holds {@link PartState what is known of the part}.
 *
 * <p>A process must open that file at most once at a time: on POSIX systems closing any other opening of it would drop
 * the lock. {@link InHand} sees to that.
 */
final class PartLock implements Closeable {

    private static final int MAX_STATE = 16 << 10;
    private static final int BLOCK = 512;

    private final Disk disk;
    private final Path file;
    private final FileChannel channel;
    private volatile PartState state = PartState.NOTHING;

    private PartLock(Disk disk, Path file, FileChannel channel) {
        this.disk = disk;
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock; empty where another process has it. */
    static Optional<PartLock> tryTake(Disk disk, Path file) throws IOException {
        while (true) {
            var lock = new PartLock(disk, file, openChannel(disk, file));
            try {
                if (lock.channel.tryLock() == null) {
                    lock.close();
                    return Optional.empty();
                }
                if (!lock.isAbandoned()) {
                    return Optional.of(lock);
                }
                lock.close();
            } catch (IOException e) {
                lock.close();
                throw e;
            }
        }
    }

    private static FileChannel openChannel(Disk disk, Path file) throws IOException {
        return disk.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /** What is known of the part. */
    PartState state() {
        return state;
    }

    /** Writes down what is known of the part; first before a byte of it comes. */
    void remember(PartState known) throws IOException {
        write(known.text());
        state = known;
    }

    /** Ends the work for good: nothing remains of the lock's file. */
    void removeAndClose() throws IOException {
        try (channel) {
            disk.deleteIfExists(file);
            // Whoever waits for this lock holds the same file open under no name, and must learn so.
            write(PartState.GONE);
        }
    }

    /** Ends the work for now: what is known of the part stays for the next run. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Whether the file that was waited for has lost its name meanwhile; otherwise reads what it says. */
    private boolean isAbandoned() throws IOException {
        var text = content().strip();
        state = PartState.parse(text);
        return text.equals(PartState.GONE) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private String content() throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(channel.size(), MAX_STATE));
        channel.position(0);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // A read may give less than was asked for.
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    /** In one piece and never shorter than before, so that a killed run leaves the old text or the new one. */
    private void write(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var blocks = (bytes.length + BLOCK - 1) / BLOCK;
        var padded = Arrays.copyOf(bytes, Math.max((int) Math.min(channel.size(), MAX_STATE), blocks * BLOCK));
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        disk.write(channel, ByteBuffer.wrap(padded), 0);
    }
}
