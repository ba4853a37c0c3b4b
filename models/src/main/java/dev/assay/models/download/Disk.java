package dev.assay.models.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Each thing a download does to the disk; tests let the n-th of them fail. Safe for several threads. */
interface Disk {

    void createDirectories(Path directory) throws IOException;

    /** Bytes that may still be written there. */
    long usableSpace(Path directory) throws IOException;

    /** Takes the room for so many bytes of a file, where the platform can; its length stays as it is. */
    void reserve(Path file, long bytes);

    FileChannel open(Path file, OpenOption... options) throws IOException;

    /** Writes all that remains, to that position. */
    void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException;

    /**
     * Fills the buffer from that position on.
     *
     * @throws java.io.EOFException where the file ends before
     */
    void read(FileChannel channel, ByteBuffer into, long at) throws IOException;

    /** Brings content and size onto the medium. */
    void force(FileChannel channel) throws IOException;

    /**
     * Gives a whole file its final name, which it may keep besides the old one. Never replaces.
     *
     * @throws FileAlreadyExistsException where the name is taken
     */
    void publish(Path part, Path name) throws IOException;

    void deleteIfExists(Path file) throws IOException;

    /** Brings the names in a directory onto the medium, where the platform can. */
    void forceDirectory(Path directory) throws IOException;
}
