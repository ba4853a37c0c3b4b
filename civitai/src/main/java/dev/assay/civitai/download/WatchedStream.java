package dev.assay.civitai.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a connection delivers, one delivery asked for at a time, so that memory stays small whoever is slower. One
 * reader; any thread may close.
 */
final class WatchedStream extends InputStream {

    /** What a connection delivers. */
    sealed interface Piece {
        record Some(List<ByteBuffer> buffers) implements Piece {}

        record End() implements Piece {}

        record Broken(Throwable failure) implements Piece {}
    }

    private final Duration stall;
    private final BlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> unread = new ArrayDeque<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private boolean ended;

    WatchedStream(Duration stall) {
        this.stall = stall;
    }

    void begin(Flow.Subscription connection) {
        subscription = connection;
        if (closed) {
            connection.cancel();
        } else {
            connection.request(1);
        }
    }

    void offer(Piece piece) {
        arrived.add(piece);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (!ended && !hasUnread()) {
            await();
        }
        var next = unread.peek();
        if (next == null) {
            return -1;
        }
        var count = Math.min(length, next.remaining());
        next.get(into, offset, count);
        return count;
    }

    private boolean hasUnread() {
        while (!unread.isEmpty() && !unread.element().hasRemaining()) {
            unread.remove();
        }
        return !unread.isEmpty();
    }

    private void await() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        switch (next()) {
            case Piece.Some(var buffers) -> {
                unread.addAll(buffers);
                var connection = subscription;
                if (connection != null) {
                    connection.request(1);
                }
            }
            case Piece.End _ -> ended = true;
            case Piece.Broken(var failure) -> {
                close();
                throw new IOException("the connection broke off", failure);
            }
        }
    }

    private Piece next() throws IOException {
        try {
            var piece = arrived.poll(stall.toNanos(), TimeUnit.NANOSECONDS);
            if (piece == null) {
                close();
                throw new IOException("nothing came for " + stall.toSeconds() + " seconds");
            }
            return piece;
        } catch (InterruptedException _) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        closed = true;
        var connection = subscription;
        if (connection != null) {
            connection.cancel();
        }
        // Wakes a reader that is waiting.
        arrived.add(new Piece.Broken(new IOException("closed")));
    }
}
