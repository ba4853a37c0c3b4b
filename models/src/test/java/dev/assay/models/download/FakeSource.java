package dev.assay.models.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A source that behaves as told, one behaviour for each opening, and well when nothing more is told. */
final class FakeSource implements ByteSource {

    /** One way to answer. */
    @FunctionalInterface
    interface Behaviour {
        Answer answer(Content content, long from, Optional<Validator> ifUnchanged) throws IOException;
    }

    /** One opening as it was asked for. */
    record Asked(long from, Optional<Validator> ifUnchanged) {}

    private final Content content;
    private final Deque<Behaviour> script = new ConcurrentLinkedDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private Behaviour otherwise = FakeSource::well;

    FakeSource(Content content) {
        this.content = content;
    }

    FakeSource then(Behaviour behaviour) {
        script.add(behaviour);
        return this;
    }

    FakeSource always(Behaviour behaviour) {
        otherwise = behaviour;
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public Answer open(Wanted wanted) throws IOException {
        asked.add(new Asked(wanted.from(), wanted.ifUnchanged()));
        var next = script.poll();
        return (next == null ? otherwise : next).answer(content, wanted.from(), wanted.ifUnchanged());
    }

    static Answer well(Content content, long from, Optional<Validator> ifUnchanged) {
        if (from >= content.length()) {
            return new UnsatisfiableRange();
        }
        var unchanged = ifUnchanged.map(etag(content)::equals).orElse(true);
        return body(content, unchanged ? from : 0);
    }

    static Body body(Content content, long from) {
        return new Body(
                stream(content, from),
                OptionalLong.of(content.length()),
                from,
                Optional.of(etag(content)),
                Optional.of("application/octet-stream"),
                Optional.empty());
    }

    static Validator etag(Content content) {
        return new Validator('"' + content.sha256().autoV2() + '"');
    }

    static ReadableByteChannel stream(Content content, long from) {
        var bytes = content.bytes();
        return Channels.newChannel(new ByteArrayInputStream(bytes, (int) from, bytes.length));
    }

    /** Breaks off after that many bytes of this opening, with an exception. */
    static Behaviour resetAfter(int count) {
        return (content, from, ifUnchanged) -> well(content, from, ifUnchanged) instanceof Body body
                ? body.through(broken(body, count, true))
                : new UnsatisfiableRange();
    }

    /** Ends after that many bytes of this opening, as if that were all. */
    static Behaviour cutAfter(int count) {
        return (content, from, ifUnchanged) -> well(content, from, ifUnchanged) instanceof Body body
                ? body.through(broken(body, count, false))
                : new UnsatisfiableRange();
    }

    /** Gives that many bytes of this opening, and then none until it is closed. */
    static Behaviour stalledAfter(int count) {
        return (content, from, ifUnchanged) -> well(content, from, ifUnchanged) instanceof Body body
                ? body.through(new StalledChannel(body.bytes(), count))
                : new UnsatisfiableRange();
    }

    private static ReadableByteChannel broken(Body body, int count, boolean fails) {
        return Channels.newChannel(new BrokenStream(Channels.newInputStream(body.bytes()), count, fails));
    }

    static Behaviour bytes(byte[] bytes, String contentType) {
        return (_, _, _) -> new Body(
                Channels.newChannel(new ByteArrayInputStream(bytes)),
                OptionalLong.of(bytes.length),
                0,
                Optional.empty(),
                Optional.of(contentType),
                Optional.empty());
    }

    /** Gives some bytes, then fails or ends. */
    private static final class BrokenStream extends InputStream {
        private final InputStream in;
        private final boolean fails;
        private int left;

        BrokenStream(InputStream in, int left, boolean fails) {
            this.in = in;
            this.left = left;
            this.fails = fails;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                if (fails) {
                    throw new IOException("connection reset");
                }
                return -1;
            }
            var count = in.read(bytes, offset, Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }

    /** Gives some bytes, then waits for its end. */
    private static final class StalledChannel implements ReadableByteChannel {
        private final ReadableByteChannel in;
        private final CountDownLatch end = new CountDownLatch(1);
        private int left;

        StalledChannel(ReadableByteChannel in, int left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (left == 0) {
                awaitEnd();
                throw new IOException("closed");
            }
            into.limit(Math.min(into.limit(), into.position() + left));
            var count = in.read(into);
            left -= count;
            return count;
        }

        private void awaitEnd() throws IOException {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public boolean isOpen() {
            return end.getCount() > 0;
        }

        @Override
        public void close() {
            end.countDown();
        }
    }
}
