package dev.assay.app.serve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonReport;
import dev.assay.core.json.Json;

/** What is sent back. */
public sealed interface Answer {

    /** A document. */
    record Document(int status, Json json) implements Answer {}

    /**
     * A text of the program's own.
     *
     * @param type its media type
     */
    record Content(String type, String text) implements Answer {}

    /**
     * A file from outside. What it is, its bytes have told; it is never run.
     *
     * @param type its media type
     */
    record OfFile(Path file, String type) implements Answer {}

    /** Events, for as long as somebody listens. */
    record Events(Teller teller) implements Answer {}

    /** Tells events until there are no more; a listener who has gone shows as an exception. */
    @FunctionalInterface
    interface Teller {
        void tell(OutputStream out) throws IOException, InterruptedException;
    }

    static Answer of(Json json) {
        return new Document(200, json);
    }

    static Answer failed(int status, Problem problem) {
        return new Document(status, JsonReport.withoutReport(problem));
    }

    /** It is not there. */
    static Answer notFound(String subject, String what) {
        return failed(
                404,
                new Problem(ExitCode.USAGE, subject, what, "Nothing was done.", "Go back to the page's beginning."));
    }

    /** The request cannot be understood. */
    static Answer misunderstood(String what, String next) {
        return failed(400, new Problem(ExitCode.USAGE, "request", what, "Nothing was done.", next));
    }
}
