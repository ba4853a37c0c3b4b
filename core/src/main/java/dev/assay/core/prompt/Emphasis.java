package dev.assay.core.prompt;

import java.util.Locale;
import java.util.Optional;

/** A1111's ways with weights. */
public enum Emphasis {
    /** Weights are applied, then the mean is restored. */
    ORIGINAL,
    /** Weights are applied. */
    NO_NORM,
    /** Brackets are understood, and have no effect. */
    IGNORE,
    /** Brackets are text like any other. */
    NONE;

    /** The infotext's {@code Emphasis}; absent and unknown mean the default. */
    public static Emphasis of(Optional<String> written) {
        return switch (written.orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "no norm" -> NO_NORM;
            case "ignore" -> IGNORE;
            case "none" -> NONE;
            default -> ORIGINAL;
        };
    }

    /** As the infotext has it. */
    String label() {
        return switch (this) {
            case ORIGINAL -> "Original";
            case NO_NORM -> "No norm";
            case IGNORE -> "Ignore";
            case NONE -> "None";
        };
    }
}
