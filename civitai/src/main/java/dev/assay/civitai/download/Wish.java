package dev.assay.civitai.download;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which bytes of a file are asked for, at every hop alike: some servers lose a range when they redirect (§5).
 *
 * @param from the first byte wanted; 0 for the whole file
 * @param to the first byte that is no longer wanted; empty for all that follow
 * @param ifRange the strong validator of the bytes already there: where the file is another by now, all of it comes
 */
public record Wish(long from, OptionalLong to, Optional<String> ifRange) {

    /** The whole file. */
    public static final Wish WHOLE = from(0, Optional.empty());

    /** All from a byte on. */
    public static Wish from(long from, Optional<String> ifRange) {
        return new Wish(from, OptionalLong.empty(), ifRange);
    }

    /** As the header {@code Range} says it; empty where all is wanted. */
    Optional<String> range() {
        return from == 0 && to.isEmpty()
                ? Optional.empty()
                : Optional.of("bytes=" + from + "-" + (to.isPresent() ? to.getAsLong() - 1 : ""));
    }
}
