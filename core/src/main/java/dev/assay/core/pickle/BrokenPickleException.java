package dev.assay.core.pickle;

/** The bytes are no whole pickle. */
final class BrokenPickleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean cutShort;

    BrokenPickleException(String message, boolean cutShort) {
        super(message);
        this.cutShort = cutShort;
    }

    boolean isCutShort() {
        return cutShort;
    }
}
