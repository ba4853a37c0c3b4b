package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * The bytes of a file, read forward in small pieces. A little more than is asked for is read ahead, and more of it the
 * longer nothing is skipped, since most files are read either in many small steps or in few large leaps.
 */
final class FileBytes {

    private static final int SMALL = 512;
    private static final int LARGE = 1 << 16;

    private final SeekableByteChannel channel;
    private final long size;
    private long position;
    private byte[] window = new byte[SMALL];
    private long windowStart;
    private int windowLength;
    private int ahead = SMALL;

    FileBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    SeekableByteChannel channel() {
        return channel;
    }

    long size() {
        return size;
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
    long remaining() {
        return Math.max(0, size - position);
    }

    /** The next bytes: as many as asked for, or fewer where the file ends. Fewer than none, as broken tables ask, are none. */
    byte[] read(int count) throws IOException {
        var wanted = (int) Math.clamp(count, 0, remaining());
        if (wanted > ahead) {
            return direct(wanted);
        }
        if (!isInWindow(wanted)) {
            fill(wanted);
        }
        var from = (int) (position - windowStart);
        var bytes = Arrays.copyOfRange(window, from, Math.min(from + wanted, windowLength));
        position += bytes.length;
        return bytes;
    }

    private boolean isInWindow(int count) {
        return position >= windowStart && position + count <= windowStart + windowLength;
    }

    private void fill(int wanted) throws IOException {
        var end = windowStart + windowLength;
        var goesOn = windowLength > 0 && position >= windowStart && position <= end + SMALL;
        ahead = goesOn ? Math.min(2 * ahead, LARGE) : SMALL;
        var length = (int) Math.min(Math.max(ahead, wanted), remaining());
        if (window.length < length) {
            window = new byte[length];
        }
        windowStart = position;
        windowLength = fetch(ByteBuffer.wrap(window, 0, length), position);
    }

    private byte[] direct(int count) throws IOException {
        var bytes = new byte[count];
        var taken = fetch(ByteBuffer.wrap(bytes), position);
        position += taken;
        return taken == count ? bytes : Arrays.copyOf(bytes, taken);
    }

    private int fetch(ByteBuffer target, long from) throws IOException {
        var start = target.position();
        var place = from;
        var count = 0;
        while (target.hasRemaining() && count >= 0) {
            // Until full, or until the file turns out shorter than it was.
            count = at(target, place);
            place += Math.max(count, 0);
        }
        return target.position() - start;
    }

    private int at(ByteBuffer target, long place) throws IOException {
        if (channel instanceof FileChannel file) {
            return file.read(target, place);
        }
        channel.position(place);
        return channel.read(target);
    }
}
