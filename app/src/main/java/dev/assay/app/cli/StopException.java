package dev.assay.app.cli;

import dev.assay.app.ExitCode;

/** Ends a command with an exit code and a sentence for people. */
final class StopException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final String next;

    StopException(ExitCode code, String message) {
        this(code, message, "");
    }

    /** @param next what to do next; may be empty */
    StopException(ExitCode code, String message, String next) {
        super(message);
        this.code = code;
        this.next = next;
    }

    ExitCode code() {
        return code;
    }

    String next() {
        return next;
    }
}
