package dev.assay.app.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

import dev.assay.models.lock.InHand;

/**
 * The hidden file beside a target in which its content is made whole before it gets the target's name. Each has a name of its
 * own, so that no two runs write to one. What a killed run left, the next run at the same target clears away: a lock tells
 * a dead run's file from a living one's.
 */
final class Staging implements Closeable {

    private static final String END = ".assay-part";
    private static final int MOST_ATTEMPTS = 100;

    private final Path path;
    private final FileChannel channel;
    private final InHand inHand;

    private Staging(Path path, FileChannel channel, InHand inHand) {
        this.path = path;
        this.channel = channel;
        this.inHand = inHand;
    }

    /** Begins anew for a target, whose folder is there. */
    static Staging of(Path target) throws IOException {
        clear(target);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var staging = create(target);
            if (staging.isPresent()) {
                return staging.get();
            }
        }
        throw new IOException("somebody removes what is written there");
    }

    /** Empty where somebody took it for a dead run's, and cleared it away, before it was locked. */
    private static Optional<Staging> create(Path target) throws IOException {
        // A name that no other file ever has: whoever still holds an earlier one of that name would remove this one.
        var path = folder(target)
                .resolve(beginning(target) + UUID.randomUUID().toString().substring(24) + END);
        var inHand = InHand.take(path);
        if (inHand.isEmpty()) {
            return Optional.empty();
        }
        try {
            var channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (isOurs(channel, path)) {
                return Optional.of(new Staging(path, channel, inHand.get()));
            }
            channel.close();
        } catch (FileAlreadyExistsException _) {
            // Somebody else hit upon the same name.
        } catch (IOException e) {
            inHand.get().close();
            throw e;
        }
        inHand.get().close();
        return Optional.empty();
    }

    /** Locks it for as long as it is open. Nobody else makes a file of this name, so that one that is there is this one. */
    private static boolean isOurs(FileChannel channel, Path path) {
        try {
            return channel.tryLock() != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException _) {
            // Where the file system has no locks, nobody can clear it away either.
            return true;
        }
    }

    /**
     * Clears away what killed runs left for that target. It is removed and never written to: a run that was killed at
     * the very end leaves it as a second name of the target itself.
     */
    static void clear(Path target) {
        try (var left = Files.newDirectoryStream(folder(target), file -> isOf(target, file))) {
            left.forEach(Staging::clearOne);
        } catch (IOException | DirectoryIteratorException _) {
            // Mostly the folder is not there yet. What cannot be listed is untidy, and nothing depends on it.
        }
    }

    private static boolean isOf(Path target, Path file) {
        var name = String.valueOf(file.getFileName());
        return name.startsWith(beginning(target)) && name.endsWith(END);
    }

    /** One that this process has in hand is not even opened: to close it would drop the lock. */
    private static void clearOne(Path file) {
        var inHand = InHand.take(file);
        if (inHand.isEmpty()) {
            return;
        }
        try (var _ = inHand.get();
                var left = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                var lock = left.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // One that cannot be removed is untidy, and nothing depends on it.
        }
    }

    private static Path folder(Path target) {
        return Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target);
    }

    private static String beginning(Path target) {
        return "." + target.getFileName() + ".";
    }

    Path path() {
        return path;
    }

    /** Writes all of the content, down to the medium. */
    void write(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    /** Ends it; whatever has not got another name by now is gone. */
    @Override
    public void close() throws IOException {
        try (inHand;
                channel) {
            Files.deleteIfExists(path);
        }
    }
}
