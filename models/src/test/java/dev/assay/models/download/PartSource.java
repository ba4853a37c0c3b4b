package dev.assay.models.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A source that gives parts as well, to several connections at once. The body of the first opening stops after a while and
 * goes on only when so many parts have been opened, so that sharing happens whatever the time.
 */
final class PartSource implements ByteSource {

    /** What comes instead of a part. */
    @FunctionalInterface
    interface Instead {
        Answer of(Body part, Wanted wanted) throws IOException;
    }

    private final Content content;
    private final int pause;
    private final CountDownLatch opened;
    private final Instead instead;
    private final List<Wanted> asked = new CopyOnWriteArrayList<>();
    private final List<Wanted> parts = new CopyOnWriteArrayList<>();

    /**
     * @param pause bytes after which the first body stops
     * @param until how many parts must have been opened for it to go on
     */
    PartSource(Content content, int pause, int until, Instead instead) {
        this.content = content;
        this.pause = pause;
        this.opened = new CountDownLatch(until);
        this.instead = instead;
    }

    /** Questions for where the file is. */
    List<Wanted> asked() {
        return asked;
    }

    /** Questions for parts, where it is. */
    List<Wanted> parts() {
        return parts;
    }

    /** Means with which sharing begins at once, in pieces of that many bytes. */
    static Means eager(int most, long piece) {
        var moment = java.time.Duration.ofNanos(1);
        var pace = new Climb.Pace(most, moment, moment, java.time.Duration.ofSeconds(1), Long.MAX_VALUE, 0);
        return new Means(
                RateLimit.none(),
                pace,
                new java.util.concurrent.Semaphore(most - 1),
                new Means.Pieces(piece, piece, 0),
                System::nanoTime);
    }

    @Override
    public Answer open(Wanted wanted) {
        asked.add(wanted);
        var channel = new Channel(content.bytes(), wanted, asked.size() == 1 ? pause : Long.MAX_VALUE);
        return body(wanted, channel);
    }

    private Answer openPart(Wanted wanted) throws IOException {
        parts.add(wanted);
        opened.countDown();
        return instead.of(body(wanted, new Channel(content.bytes(), wanted, Long.MAX_VALUE)), wanted);
    }

    private Body body(Wanted wanted, Channel channel) {
        return new Body(
                channel,
                OptionalLong.of(content.length()),
                wanted.from(),
                Optional.of(FakeSource.etag(content)),
                Optional.empty(),
                Optional.of(this::openPart));
    }

    private final class Channel implements ReadableByteChannel {
        private final ByteBuffer bytes;
        private final long pauseAt;
        private final CountDownLatch closed = new CountDownLatch(1);

        Channel(byte[] all, Wanted wanted, long pauseAt) {
            var end = Math.min(wanted.to().orElse(all.length), all.length);
            this.bytes = ByteBuffer.wrap(all, (int) wanted.from(), (int) (end - wanted.from()));
            this.pauseAt = pauseAt;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (bytes.position() >= pauseAt) {
                await();
            }
            if (!bytes.hasRemaining()) {
                return -1;
            }
            var count = Math.min(Math.min(into.remaining(), bytes.remaining()), 8 << 10);
            into.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }

        private void await() throws IOException {
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public boolean isOpen() {
            return closed.getCount() > 0;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
