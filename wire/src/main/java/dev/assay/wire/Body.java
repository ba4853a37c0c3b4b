package dev.assay.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.Consumer;

/**
 * The bytes of an answer, as they come from the wire. A body that breaks off, or stays silent for too long, ends with an
 * {@link IOException}, never as if it were whole. One thread reads; any thread may close.
 */
public final class Body implements ReadableByteChannel {

    private final Link link;
    private final Inlet inlet;
    private final Framing framing;
    private final Consumer<Link> whenFree;
    private boolean closed;

    /** @param whenFree takes the connection when all has been read and it may be used again */
    Body(Link link, Inlet inlet, Framing framing, Consumer<Link> whenFree) {
        this.link = link;
        this.inlet = inlet;
        this.framing = framing;
        this.whenFree = whenFree;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return into.hasRemaining() ? framing.read(inlet, into) : 0;
    }

    @Override
    public boolean isOpen() {
        return link.isOpen();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (framing.isOver() && inlet.isEmpty()) {
            whenFree.accept(link);
        } else {
            link.close();
        }
    }
}
