package dev.assay.app.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The hidden file beside a target in which its content is made whole before it gets the target's name. What a killed run
 * left of it, the next run clears away: its name follows from the target's, and a lock tells a dead run from a living one.
 */
final class Staging implements Closeable {

    private static final String END = ".assay-part";

    private final Path path;
    private final FileChannel channel;

    private Staging(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Begins anew for a target, whose folder is there. */
    static Staging of(Path target) throws IOException {
        clear(target);
        try {
            var staging = new Staging(usual(target), create(usual(target)));
            if (staging.isOurs()) {
                return staging;
            }
            staging.close();
        } catch (FileAlreadyExistsException _) {
            // A living run is at the same target: each writes its own, and one of them gets the name.
        }
        var other = Files.createTempFile(usual(target).getParent(), ".assay-", END);
        return new Staging(other, FileChannel.open(other, StandardOpenOption.WRITE));
    }

    /**
     * Clears away what a killed run left for that target. It is removed and never written to: a run that was killed at
     * the very end leaves it as a second name of the target itself.
     */
    static void clear(Path target) {
        try (var left = FileChannel.open(usual(target), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                var lock = left.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(usual(target));
            }
        } catch (IOException | OverlappingFileLockException _) {
            // Mostly there is none. One that cannot be removed is untidy, and nothing depends on it.
        }
    }

    private static Path usual(Path target) {
        return target.toAbsolutePath().resolveSibling("." + target.getFileName() + END);
    }

    private static FileChannel create(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Locks it for as long as it is open; false where somebody cleared it away before it was locked. */
    private boolean isOurs() {
        try {
            return channel.tryLock() != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException _) {
            // Where the file system has no locks, nobody can clear it away either.
            return true;
        }
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
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // Temporary files are made private; a workflow is as readable as any other file the user makes.
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** Ends it; whatever has not got another name by now is gone. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        }
    }
}
