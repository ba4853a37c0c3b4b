package dev.assay.core.hash;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A hash cut short, as image metadata hold it: a key to look things up by, never a proof.
 *
 * <p>Eight digits are AutoV1 (the old A1111 hash) or CRC32, too weak to look anything up by. Ten are AutoV2, the head of
 * the file's SHA-256. Twelve are AutoV3 (the head of the tensors' SHA-256), or the head of the file's, or of a header
 * field that its uploader chose.
 *
 * @param hex 8, 10 or 12 lower-case hex digits
 */
public record ShortHash(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}|[0-9a-f]{10}|[0-9a-f]{12}");
    private static final String OF_NOTHING = "e3b0c44298fc";

    public ShortHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a short hash: " + hex);
        }
    }

    /** Reads a short hash in any case, with or without {@code 0x} (quirk 29). */
    public static Optional<ShortHash> parse(String text) {
        var hex = text.strip().toLowerCase(Locale.ROOT);
        hex = hex.startsWith("0x") ? hex.substring(2) : hex;
        return FORM.matcher(hex).matches() ? Optional.of(new ShortHash(hex)) : Optional.empty();
    }

    /** Whether it may be used as a look-up key: ten or twelve digits, not of nothing (quirk 14), not all zeros. */
    public boolean looksUp() {
        return hex.length() >= 10 && !OF_NOTHING.startsWith(hex) && !hex.chars().allMatch(c -> c == '0');
    }

    @Override
    public String toString() {
        return hex;
    }
}
