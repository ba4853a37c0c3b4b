package dev.assay.replica.site;

import java.io.Serial;

import dev.assay.core.json.Json;

/** A parameter that the site's schema refuses. */
final class BadQueryException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Json issue;

    BadQueryException(String parameter, String message) {
        super(parameter + ": " + message);
        this.issue = Zod.issue(parameter, message);
    }

    Json issue() {
        return issue;
    }
}
