package dev.assay.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What arrives on a connection: first lines, then bytes, which go straight to whoever wants them. */
final class Inlet {

    private static final int BUFFER = 16 << 10;

    private final Link link;
    private final Duration silence;
    private final ByteBuffer ahead = ByteBuffer.allocate(BUFFER).limit(0);

    Inlet(Link link, Duration silence) {
        this.link = link;
        this.silence = silence;
    }

    /**
     * The next line, without its end.
     *
     * @param most bytes that it may have
     */
    String line(int most) throws IOException {
        var line = new byte[Math.min(most, BUFFER)];
        for (int length = 0; length < line.length; ) {
            var next = next();
            if (next == '\n') {
                var end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                return new String(line, 0, end, StandardCharsets.ISO_8859_1);
            }
            line[length++] = next;
        }
        throw new WireException("the answer's head is too long");
    }

    private byte next() throws IOException {
        if (!ahead.hasRemaining()) {
            ahead.clear();
            var count = link.within(silence, () -> link.read(ahead));
            ahead.flip();
            if (count < 0) {
                throw new WireException("the connection was closed");
            }
        }
        return ahead.get();
    }

    /** Bytes as they come, at least one where the buffer has room; -1 at the end of the connection. */
    int read(ByteBuffer into) throws IOException {
        if (ahead.hasRemaining()) {
            var count = Math.min(ahead.remaining(), into.remaining());
            into.put(ahead.slice(ahead.position(), count));
            ahead.position(ahead.position() + count);
            return count;
        }
        return link.within(silence, () -> link.read(into));
    }

    /** Whether nothing has come that nobody asked for. */
    boolean isEmpty() {
        return !ahead.hasRemaining();
    }
}
