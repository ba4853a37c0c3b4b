package dev.assay.civitai;

import java.util.Optional;

/** An API key. It shows itself nowhere but where it is asked for by name. */
public final class Secret {

    private static final int MAX_LENGTH = 512;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Takes a key as the user wrote it. Empty where it cannot be one: anything but visible ASCII would be refused by the
     * HTTP client in a message that quotes it.
     */
    public static Optional<Secret> of(String text) {
        var key = text.strip();
        var plain = key.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return key.isEmpty() || key.length() > MAX_LENGTH || !plain ? Optional.empty() : Optional.of(new Secret(key));
    }

    /** The key itself, for the one header that carries it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
