package dev.assay.models.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
    private final Deque<Behaviour> script = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
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
    public Answer open(long from, Optional<Validator> ifUnchanged) throws IOException {
        asked.add(new Asked(from, ifUnchanged));
        var next = script.poll();
        return (next == null ? otherwise : next).answer(content, from, ifUnchanged);
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
                Optional.of("application/octet-stream"));
    }

    static Validator etag(Content content) {
        return new Validator('"' + content.sha256().autoV2() + '"');
    }

    static InputStream stream(Content content, long from) {
        var in = new ByteArrayInputStream(content.bytes());
        in.skip(from);
        return in;
    }

    /** Breaks off after that many bytes of this opening, with an exception. */
    static Behaviour resetAfter(int count) {
        return (content, from, ifUnchanged) -> well(content, from, ifUnchanged) instanceof Body body
                ? withStream(body, new BrokenStream(body.stream(), count, true))
                : new UnsatisfiableRange();
    }

    /** Ends after that many bytes of this opening, as if that were all. */
    static Behaviour cutAfter(int count) {
        return (content, from, ifUnchanged) -> well(content, from, ifUnchanged) instanceof Body body
                ? withStream(body, new BrokenStream(body.stream(), count, false))
                : new UnsatisfiableRange();
    }

    static Body withStream(Body body, InputStream stream) {
        return new Body(stream, body.totalLength(), body.startsAt(), body.validator(), body.contentType());
    }

    static Behaviour bytes(byte[] bytes, String contentType) {
        return (_, _, _) -> new Body(
                new ByteArrayInputStream(bytes),
                OptionalLong.of(bytes.length),
                0,
                Optional.empty(),
                Optional.of(contentType));
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
}
