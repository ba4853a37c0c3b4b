package dev.assay.models.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** A channel whose first bytes have been read already, and are given once more. */
final class Begun implements ReadableByteChannel {

    private final ByteBuffer head;
    private final ReadableByteChannel rest;

    Begun(byte[] head, ReadableByteChannel rest) {
        this.head = ByteBuffer.wrap(head);
        this.rest = rest;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!head.hasRemaining()) {
            return rest.read(into);
        }
        var count = Math.min(head.remaining(), into.remaining());
        into.put(head.slice(head.position(), count));
        head.position(head.position() + count);
        return count;
    }

    @Override
    public boolean isOpen() {
        return rest.isOpen();
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
