package dev.assay.app.serve.http;

import java.io.IOException;

/** More was sent than is taken. */
public final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLongException(long most) {
        super("more than " + most + " bytes");
    }
}
