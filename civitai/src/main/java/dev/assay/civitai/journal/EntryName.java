package dev.assay.civitai.journal;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.civitai.ask.Digest;

/**
 * The name of an entry's file. It says all that finding and clearing up need, so that neither opens a file, and its last
 * word is the mark of validation, so that one rename sets it.
 *
 * @param question the head of the SHA-256 of the address asked
 * @param millis when the answer came
 * @param bytes of the body
 * @param digest of the body
 */
record EntryName(String question, long millis, long bytes, String digest, boolean validated) {

    static final Comparator<EntryName> OLDEST_FIRST =
            Comparator.comparingLong(EntryName::millis).thenComparing(EntryName::digest);

    private static final int QUESTION_LENGTH = 16;
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{16})\\.(\\d{1,15})\\.(\\d{1,12})\\.([0-9a-f]{64})\\.(seen|valid)\\.json");

    static EntryName of(URI asked, Instant at, long bytes, String digest) {
        return new EntryName(question(asked), Math.max(0, at.toEpochMilli()), bytes, digest, false);
    }

    static String question(URI asked) {
        return Digest.of(asked.toString()).substring(0, QUESTION_LENGTH);
    }

    static Optional<EntryName> parse(String fileName) {
        var matcher = FORM.matcher(fileName);
        return matcher.matches()
                ? Optional.of(new EntryName(
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        matcher.group(4),
                        matcher.group(5).equals("valid")))
                : Optional.empty();
    }

    EntryName asValidated() {
        return new EntryName(question, millis, bytes, digest, true);
    }

    String fileName() {
        return question + "." + millis + "." + bytes + "." + digest + (validated ? ".valid.json" : ".seen.json");
    }
}
