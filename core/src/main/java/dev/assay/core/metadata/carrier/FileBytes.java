package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** The bytes of a file, read forward in small pieces. */
final class FileBytes {

    private final SeekableByteChannel channel;
    private long position;

    FileBytes(SeekableByteChannel channel) {
        this.channel = channel;
    }

    long position() {
        return position;
    }

    void moveTo(long place) {
        position = place;
    }

    void skip(long count) {
        position += count;
    }

    /** How many bytes follow. */
    long remaining() throws IOException {
        return Math.max(0, channel.size() - position);
    }

    /** The next bytes: as many as asked for, or fewer where the file ends. */
    byte[] read(int count) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(count, remaining()));
        channel.position(position);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // Until full, or until the file turns out shorter than it was.
        }
        position += buffer.position();
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
