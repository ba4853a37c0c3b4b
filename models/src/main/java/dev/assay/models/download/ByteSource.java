package dev.assay.models.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the bytes of one file come from. Each opening is a new question, so that a source may ask for a fresh signed
 * address each time and an expired one needs no care here.
 */
@FunctionalInterface
public interface ByteSource {

    /**
     * Asks for the file from a byte on.
     *
     * @param from the first byte wanted; 0 for the whole file
     * @param ifUnchanged where given, bytes from the middle are wanted only of the file with that validator, otherwise
     *     the whole of it
     * @throws IOException where the connection failed; counts as {@link Transient}
     */
    Answer open(long from, Optional<Validator> ifUnchanged) throws IOException, InterruptedException;

    /**
     * A strong validator of the bytes, as an ETag is.
     *
     * @param etag with its quotes, never a weak one
     */
    record Validator(String etag) {}

    /** What the source answered. */
    sealed interface Answer {}

    /**
     * Bytes. The source ends a stream that has stalled with an {@link IOException}.
     *
     * @param stream closed by whoever receives it
     * @param totalLength of the whole file, not of this stream; empty where the source does not say
     * @param startsAt what the source says the first byte of the stream is; 0 where it did not heed the wish
     * @param validator of the file, where there is a strong one
     * @param contentType as stated, empty where not stated
     */
    record Body(
            InputStream stream,
            OptionalLong totalLength,
            long startsAt,
            Optional<Validator> validator,
            Optional<String> contentType)
            implements Answer {}

    /** A clear no: asking again would give the same. */
    record Refused(Refusal reason, String message) implements Answer {}

    /** No answer this time; it may be worth asking again, where told not before some time. */
    record Transient(String message, Optional<Duration> retryAfter) implements Answer {}

    /** The file ends before the byte that was asked for. */
    record UnsatisfiableRange() implements Answer {}
}
