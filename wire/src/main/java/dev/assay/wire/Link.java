package dev.assay.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One connection to a host. Whatever is waited for on it is timed: {@link Watch} cuts a connection that stays silent, since a
 * blocking read has no time-out of its own. Any thread may close it.
 */
final class Link implements Closeable {

    private final SocketChannel channel;
    private volatile Duplex way;
    private volatile @Nullable Waiting waiting;
    private volatile boolean silent;
    private volatile Deadline deadline = Deadline.NONE;

    /** When all must be over, whatever comes meanwhile. */
    record Deadline(long end, Duration after) {
        static final Deadline NONE = new Deadline(0, Duration.ZERO);

        static Deadline in(Duration duration) {
            return new Deadline(System.nanoTime() + duration.toNanos(), duration);
        }

        boolean hasPassed(long now) {
            return !after.isZero() && now - end > 0;
        }
    }

    /** What is waited for since when. */
    private record Waiting(long since, Duration allowed) {}

    /** Reads and writes; plain or encrypted. */
    interface Duplex {
        int read(ByteBuffer into) throws IOException;

        void write(ByteBuffer bytes) throws IOException;
    }

    /** Something that may take too long. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    Link(SocketChannel channel) {
        this.channel = channel;
        this.way = new Plain(channel);
    }

    SocketChannel channel() {
        return channel;
    }

    /** From now on it goes another way, such as encrypted. */
    void turn(Duplex other) {
        way = other;
    }

    /** Does what must not take longer than allowed. */
    <T> T within(Duration allowed, Step<T> step) throws IOException {
        waiting = new Waiting(System.nanoTime(), allowed);
        try {
            return step.run();
        } catch (IOException e) {
            if (deadline.hasPassed(System.nanoTime())) {
                throw new WireException(
                        "it took longer than " + deadline.after().toSeconds() + " seconds", e);
            }
            throw silent ? new WireException("nothing came for " + allowed.toSeconds() + " seconds", e) : e;
        } finally {
            waiting = null;
        }
    }

    int read(ByteBuffer into) throws IOException {
        return way.read(into);
    }

    void write(ByteBuffer bytes) throws IOException {
        way.write(bytes);
    }

    /** From now on it must be over by then. */
    void endBy(Deadline other) {
        deadline = other;
    }

    /** Cuts the connection where it has been silent, or has taken, for too long. */
    void check(long now) {
        var what = waiting;
        if (what != null && (now - what.since > what.allowed.toNanos() || deadline.hasPassed(now))) {
            silent = true;
            close();
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // It is given up; how it ends matters to nobody.
        }
    }

    private record Plain(SocketChannel channel) implements Duplex {

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
