package dev.assay.models.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** One connection's work: fetches one stretch after another, until there is no more to do for it. */
final class Lane {

    private static final int BUFFER = 1 << 20;

    /** How a lane ended. */
    sealed interface End {

        /** There is nothing left for it to do. */
        record Done() implements End {}

        /** The body ended, and nobody knows whether more should have come. */
        record Over() implements End {}

        /** The connection broke off, or there was none. */
        record Broken(String reason, Optional<Duration> retryAfter) implements End {
            Broken(String reason) {
                this(reason, Optional.empty());
            }
        }

        /** What comes is no part of this file, or not the part that was asked for. */
        record Unfit() implements End {}

        /** The disk does not take the bytes. */
        record OffDisk(IOException trouble) implements End {}
    }

    private final Crew crew;
    private final PartFile part;
    private final Spans spans;
    private final RateLimit limit;
    private final ByteBuffer buffer;
    private volatile ByteSource.@Nullable Body body;
    private volatile @Nullable Thread thread;
    private boolean stopped;

    Lane(Crew crew, PartFile part, Spans spans, RateLimit limit) {
        this.crew = crew;
        this.part = part;
        this.spans = spans;
        this.limit = limit;
        this.buffer = ByteBuffer.allocateDirect(limit.portion(BUFFER));
    }

    /**
     * Begins, on a thread of its own.
     *
     * @param opened the body of the first stretch, where there is one already
     */
    void start(Span first, Optional<ByteSource.Body> opened) {
        opened.ifPresent(already -> body = already);
        thread = Thread.ofPlatform().daemon().name("assay-fetch").start(() -> crew.ended(this, run(first, opened)));
    }

    private End run(Span first, Optional<ByteSource.Body> opened) {
        var span = first;
        var begun = opened;
        while (true) {
            var end = fetch(span, begun);
            spans.giveBack(span);
            if (!(end instanceof End.Done)) {
                return end;
            }
            var next = crew.next();
            if (next.isEmpty()) {
                return end;
            }
            span = next.get();
            begun = Optional.empty();
        }
    }

    private End fetch(Span span, Optional<ByteSource.Body> begun) {
        try {
            if (begun.isPresent()) {
                return receive(span, begun.get());
            }
            return switch (crew.open(span)) {
                case ByteSource.Body fresh -> crew.fits(span, fresh) ? receive(span, fresh) : unfit(fresh);
                case ByteSource.Refused(var _, var message) -> new End.Broken(message);
                case ByteSource.Transient(var message, var retryAfter) -> new End.Broken(message, retryAfter);
                case ByteSource.UnsatisfiableRange() -> new End.Unfit();
            };
        } catch (IOException e) {
            return new End.Broken(words(e));
        } catch (InterruptedException _) {
            return new End.Broken("interrupted");
        }
    }

    private static End unfit(ByteSource.Body fresh) {
        close(fresh);
        return new End.Unfit();
    }

    private End receive(Span span, ByteSource.Body from) throws IOException, InterruptedException {
        body = from;
        try {
            while (!spans.isDone(span)) {
                var count = from.bytes().read(buffer.clear());
                if (count < 0) {
                    return spans.isBounded(span) ? brokenOff(span) : new End.Over();
                }
                var trouble = put(span, buffer.flip());
                if (trouble.isPresent()) {
                    return trouble.get();
                }
                limit.pay(count);
            }
            return new End.Done();
        } finally {
            close(from);
        }
    }

    private static End brokenOff(Span span) {
        return new End.Broken("the source broke off at byte " + span.written);
    }

    /** Whoever has stopped it may rely on it that no byte is written any more. */
    private synchronized Optional<End> put(Span span, ByteBuffer bytes) {
        if (stopped) {
            return Optional.of(new End.Broken("stopped"));
        }
        var at = span.claimed;
        bytes.limit(spans.claim(span, bytes.limit()));
        try {
            part.write(spans, span, bytes, at);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new End.OffDisk(e));
        }
    }

    /** Ends the work. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        var open = body;
        if (open != null) {
            close(open);
        }
        var working = thread;
        if (working != null) {
            working.interrupt();
        }
    }

    static String words(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
    }

    private static void close(ByteSource.Body body) {
        try {
            body.bytes().close();
        } catch (IOException _) {
            // All that was wanted of it has been read.
        }
    }
}
