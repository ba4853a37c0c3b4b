package dev.assay.models.download;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the bytes of one file come from. Each opening is a new question, so that a source may ask for a fresh signed
 * address each time and an expired one needs no care here. May be opened by several threads at once.
 */
@FunctionalInterface
public interface ByteSource {

    /**
     * Asks for bytes.
     *
     * @throws IOException where the connection failed; counts as {@link Transient}
     */
    Answer open(Wanted wanted) throws IOException, InterruptedException;

    /**
     * Which bytes of the file are wanted.
     *
     * @param from the first byte; 0 for the whole file
     * @param to the first byte that is no longer wanted; empty for all that follow
     * @param ifUnchanged where given, bytes from the middle are wanted only of the file with that validator, otherwise
     *     the whole of it
     */
    record Wanted(long from, OptionalLong to, Optional<Validator> ifUnchanged) {}

    /**
     * A strong validator of the bytes, as an ETag is.
     *
     * @param etag with its quotes, never a weak one
     */
    record Validator(String etag) {}

    /** What the source answered. */
    sealed interface Answer {}

    /**
     * Bytes. The source ends a body that has stalled with an {@link IOException}.
     *
     * @param bytes read by one thread, closed by whoever receives them, from any thread
     * @param totalLength of the whole file, not of these bytes; empty where the source does not say
     * @param startsAt what the source says the first of these bytes is; 0 where it did not heed the wish
     * @param validator of the file, where there is a strong one
     * @param contentType as stated, empty where not stated
     * @param more gives further parts of the same file from the same place, without a new question for where it is; empty
     *     where the place gives no parts
     */
    record Body(
            ReadableByteChannel bytes,
            OptionalLong totalLength,
            long startsAt,
            Optional<Validator> validator,
            Optional<String> contentType,
            Optional<ByteSource> more)
            implements Answer {

        /** The same, its bytes read through something else. */
        Body through(ReadableByteChannel other) {
            return new Body(other, totalLength, startsAt, validator, contentType, more);
        }

        /** The same, of which no further parts are had. */
        Body alone() {
            return new Body(bytes, totalLength, startsAt, validator, contentType, Optional.empty());
        }
    }

    /** A clear no: asking again would give the same. */
    record Refused(Refusal reason, String message) implements Answer {}

    /** No answer this time; it may be worth asking again, where told not before some time. */
    record Transient(String message, Optional<Duration> retryAfter) implements Answer {}

    /** The file ends before the byte that was asked for. */
    record UnsatisfiableRange() implements Answer {}
}
