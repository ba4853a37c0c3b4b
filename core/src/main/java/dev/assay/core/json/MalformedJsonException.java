package dev.assay.core.json;

/** The text is not one whole JSON value, or goes beyond the limits. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean cutShort;

    MalformedJsonException(String message, boolean cutShort) {
        super(message);
        this.cutShort = cutShort;
    }

    /** Whether the text ended before the value did, as a truncated answer does. */
    public boolean cutShort() {
        return cutShort;
    }
}
