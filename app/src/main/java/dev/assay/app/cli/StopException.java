package dev.assay.app.cli;

import dev.assay.app.ExitCode;

/** Ends a command with an exit code and a sentence for people. */
final class StopException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    StopException(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
