package dev.assay.core.hash;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a whole file: the only hash here that proves what a file is.
 *
 * @param hex 64 lower-case hex digits
 */
public record Sha256(String hex) {

    /** SHA-256 of no bytes at all; some trainers wrote it, and the site resolves it to a random LoRA (quirk 14). */
    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a lower-case SHA-256: " + hex);
        }
    }

    /** Reads a SHA-256 as people and sites write it: any case, with or without {@code 0x}. */
    public static Optional<Sha256> parse(String text) {
        var hex = text.strip().toLowerCase(Locale.ROOT);
        hex = hex.startsWith("0x") ? hex.substring(2) : hex;
        return FORM.matcher(hex).matches() ? Optional.of(new Sha256(hex)) : Optional.empty();
    }

    /**
     * Whether it can identify a model: not the hash of nothing, and not all zeros, which the site stores for a file it
     * could not reach.
     */
    public boolean identifies() {
        return !hex.equals(OF_NOTHING) && !hex.chars().allMatch(c -> c == '0');
    }

    /** The first ten digits: what A1111 writes as the model hash, and Civitai calls AutoV2. */
    public String autoV2() {
        return hex.substring(0, 10);
    }

    @Override
    public String toString() {
        return hex;
    }
}
