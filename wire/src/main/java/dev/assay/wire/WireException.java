package dev.assay.wire;

import java.io.IOException;

/** Trouble that was seen here. Its message is a clause for people, and names no address, so that it may be shown. */
public final class WireException extends IOException {

    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }

    WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
