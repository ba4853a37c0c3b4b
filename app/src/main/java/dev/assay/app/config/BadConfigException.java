package dev.assay.app.config;

/** A setting that cannot be understood; the message is for people. */
public final class BadConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadConfigException(String message) {
        super(message);
    }
}
