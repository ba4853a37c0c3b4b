package dev.assay.civitai.download;

import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What became of opening a file. */
public sealed interface OpenedFile {

    /**
     * Its bytes.
     *
     * @param bytes to be closed by whoever takes them; end with an {@code IOException} where nothing comes any more
     * @param startsAt which byte of the file the first is; 0 where the wish for a later one was not heeded
     * @param total length of the whole file, where it is said
     * @param etag strong validator with its quotes, where there is one
     * @param contentType as stated; empty where not stated
     * @param place where parts of it can be had for now; empty where they cannot
     */
    record Body(
            ReadableByteChannel bytes,
            long startsAt,
            OptionalLong total,
            Optional<String> etag,
            Optional<String> contentType,
            Optional<Located> place)
            implements OpenedFile {}

    /**
     * A clear no; asking again gives the same.
     *
     * @param message for people: what was said, what it means, without secrets
     */
    record Refused(Reason reason, String message) implements OpenedFile {}

    /** No file this time; it may go better when asked again, where told not before some time. */
    record Transient(String message, Optional<Duration> retryAfter) implements OpenedFile {}

    /** The file ends before the byte asked for. */
    record RangeNotSatisfiable() implements OpenedFile {}

    /** Why a file is refused. */
    enum Reason {
        /** Only to those who have signed in: a key may help, or a better one. */
        SIGN_IN,
        /** Only to those who have paid, for now. */
        EARLY_ACCESS,
        /** The author has disabled downloads; no key helps (quirk 44). */
        DISABLED,
        /** The model is archived. */
        ARCHIVED,
        /** No such file, or none that anybody may see. */
        NOT_FOUND,
        /** Signed in, but not granted. */
        NO_ACCESS,
        /** Too many downloads; it may take hours (quirk 41). */
        QUOTA,
        /** The site shows a page, mostly its login, instead of a file (quirk 45). */
        LOGIN_PAGE,
        /** Refused to this caller, this address or this region. */
        FORBIDDEN,
        /** The site did not understand the question. */
        BAD_REQUEST,
        /** The site leads to where Assay does not follow. */
        MISLED
    }
}
