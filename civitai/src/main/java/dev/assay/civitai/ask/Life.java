package dev.assay.civitai.ask;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The life of one exchange: its signs are counted, so that a stall can be seen; and once it was given up, nothing of it
 * reaches the sink any more, which may by then be filled by the next attempt.
 */
final class Life {

    private long signs;
    private boolean over;

    synchronized long signs() {
        return signs;
    }

    synchronized void end() {
        over = true;
    }

    /** Headers came. */
    synchronized void begin(Sink sink, int status) throws IOException {
        signs++;
        if (!over) {
            sink.open(status);
        }
    }

    /** A part of the body came. */
    synchronized void pour(List<ByteBuffer> pieces, Sink sink) throws IOException {
        for (var piece : pieces) {
            signs += piece.remaining();
            if (!over) {
                sink.take(piece);
            }
        }
    }
}
