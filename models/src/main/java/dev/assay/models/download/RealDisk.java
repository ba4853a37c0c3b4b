package dev.assay.models.download;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The disk of this computer. */
final class RealDisk implements Disk {

    @Override
    public void createDirectories(Path directory) throws IOException {
        // Not asked for a link to a directory, which createDirectories would refuse: users link their model folders.
        if (Files.isDirectory(directory)) {
            return;
        }
        var parent = directory.getParent();
        if (parent != null) {
            createDirectories(parent);
            Files.createDirectories(directory);
            // A file is not safe in a folder whose own name may be lost.
            forceDirectory(parent);
        }
    }

    @Override
    public long usableSpace(Path directory) throws IOException {
        var space = Files.getFileStore(directory).getUsableSpace();
        // More than a long can hold comes out negative.
        return space < 0 ? Long.MAX_VALUE : space;
    }

    @Override
    public void reserve(Path file, long bytes) {
        Reservation.take(file, bytes);
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, options);
    }

    @Override
    public void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        for (long to = at; bytes.hasRemaining(); ) {
            to += channel.write(bytes, to);
        }
    }

    @Override
    public void read(FileChannel channel, ByteBuffer into, long at) throws IOException {
        for (long from = at; into.hasRemaining(); ) {
            var count = channel.read(into, from);
            if (count < 0) {
                throw new EOFException("the file has become shorter");
            }
            from += count;
        }
    }

    @Override
    public void force(FileChannel channel) throws IOException {
        channel.force(true);
    }

    /** A hard link is the one way to a name that is atomic and never replaces, on Linux, macOS and NTFS alike. */
    @Override
    public void publish(Path part, Path name) throws IOException {
        try {
            Files.createLink(name, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException _) {
            moveWithoutLink(part, name);
        }
    }

    /** File systems without hard links (exFAT, some network shares): a check, and at once a rename. */
    private static void moveWithoutLink(Path part, Path name) throws IOException {
        if (Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(name.toString());
        }
        Files.move(part, name);
    }

    @Override
    public void deleteIfExists(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceDirectory(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows and some network shares cannot. What the file holds is on the medium; after a power cut it may
            // still be known by its part's name only, and the next run gives it the final one.
        }
    }
}
