package dev.assay.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/** A body in chunks, each with its size before it (RFC 9112, 7.1). */
final class Chunked extends Framing {

    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,15})\\s*(?:;.*)?");
    private static final int MAX_LINE = 4096;
    private static final int MAX_TRAILERS = 100;

    private long left;
    private boolean begun;
    private volatile boolean over;

    @Override
    int read(Inlet inlet, ByteBuffer into) throws IOException {
        if (left == 0 && !over) {
            nextChunk(inlet);
        }
        if (over) {
            return -1;
        }
        var count = readAtMost(left, inlet, into);
        if (count < 0) {
            throw new WireException("the connection broke off within a chunk");
        }
        left -= count;
        return count;
    }

    private void nextChunk(Inlet inlet) throws IOException {
        if (begun && !inlet.line(MAX_LINE).isEmpty()) {
            throw new WireException("a chunk is longer than it says");
        }
        begun = true;
        var size = SIZE.matcher(inlet.line(MAX_LINE));
        if (!size.matches()) {
            throw new WireException("the size of a chunk makes no sense");
        }
        left = Long.parseLong(size.group(1), 16);
        if (left == 0) {
            for (int i = 0; !inlet.line(MAX_LINE).isEmpty(); i++) {
                if (i == MAX_TRAILERS) {
                    throw new WireException("the answer does not come to its end");
                }
            }
            over = true;
        }
    }

    @Override
    boolean isOver() {
        return over;
    }
}
