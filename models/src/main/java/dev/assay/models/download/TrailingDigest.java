package dev.assay.models.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.assay.core.hash.Sha256;
import dev.assay.models.hash.RunningSha256;

/**
 * The digest of a growing file, computed on a thread of its own behind the front, from what was written a moment ago and is
 * still in memory. So it costs the download no time, and it is the digest of what the file holds, not of what was sent.
 */
final class TrailingDigest implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final Disk disk;
    private final FileChannel channel;
    private final RunningSha256 digest = new RunningSha256();
    private long front;
    private long done;
    private boolean started;
    private boolean hurry;
    private boolean closed;
    private Optional<IOException> trouble = Optional.empty();

    TrailingDigest(Disk disk, FileChannel channel) {
        this.disk = disk;
        this.channel = channel;
    }

    /** The bytes before the front are there. */
    synchronized void follow(long newFront) {
        front = newFront;
        if (front - done >= BUFFER) {
            wake();
        }
    }

    private void wake() {
        if (!started) {
            started = true;
            Thread.ofPlatform().daemon().name("assay-digest").start(this::run);
        }
        notifyAll();
    }

    /** How far it has come. */
    synchronized long done() {
        return done;
    }

    /** Waits a moment for it to reach the front; false where it has not yet. */
    synchronized boolean catchUp(long millis) throws IOException, InterruptedException {
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (var left = millis; done < front && trouble.isEmpty() && left > 0; left = millisTo(until)) {
            hurry = true;
            wake();
            wait(left);
        }
        if (trouble.isPresent()) {
            throw new IOException(
                    "what was written cannot be read: " + trouble.get().getMessage(), trouble.get());
        }
        return done == front;
    }

    private static long millisTo(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
    }

    /** The digest of all bytes before the front, once it has been reached. */
    synchronized Sha256 sha256() {
        if (done != front) {
            throw new IllegalStateException("the digest is " + (front - done) + " bytes behind");
        }
        return digest.soFar();
    }

    private void run() {
        var buffer = ByteBuffer.allocateDirect(BUFFER);
        try {
            for (var next = awaitWork(); next > 0; next = awaitWork()) {
                buffer.clear().limit(next);
                disk.read(channel, buffer, done());
                digest.update(buffer.flip());
                advance(next);
            }
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException _) {
            fail(new IOException("interrupted"));
        }
    }

    /** How many bytes to take next; 0 at the end of the work. */
    private synchronized int awaitWork() throws InterruptedException {
        while (!closed && front - done < (hurry ? 1 : BUFFER)) {
            wait();
        }
        return closed ? 0 : (int) Math.min(BUFFER, front - done);
    }

    private synchronized void advance(int count) {
        done += count;
        if (done == front) {
            hurry = false;
            notifyAll();
        }
    }

    private synchronized void fail(IOException e) {
        trouble = Optional.of(e);
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
