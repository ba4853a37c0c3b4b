package dev.assay.civitai.ask;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Keeps a body in memory, up to a bound. */
final class Memory implements Sink {

    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Memory(int most) {
        this.most = most;
    }

    @Override
    public synchronized void open(int status) {
        bytes.reset();
    }

    @Override
    public synchronized void take(ByteBuffer piece) throws TooLargeException {
        if (bytes.size() + (long) piece.remaining() > most) {
            throw new TooLargeException(most);
        }
        var copy = new byte[piece.remaining()];
        piece.get(copy);
        bytes.writeBytes(copy);
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }
}
