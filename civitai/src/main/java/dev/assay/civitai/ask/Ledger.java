package dev.assay.civitai.ask;

import java.net.URI;
import java.time.Instant;

/** Keeps the raw answers. It never fails the one who hands them over. */
public interface Ledger {

    /** Keeps nothing. */
    Ledger NONE = new Ledger() {
        @Override
        public void record(Exchange exchange) {}

        @Override
        public void validate(Answer.Received answer) {}
    };

    /** Keeps an answer, whatever it says. */
    void record(Exchange exchange);

    /** The subject of this answer was found to be the one asked for: it may be used again. */
    void validate(Answer.Received answer);

    /**
     * A question and its raw answer, without secrets.
     *
     * @param asked the address that was asked
     * @param status HTTP status
     * @param at when it came
     * @param contentType as the site named it; may be empty
     * @param body decoded
     * @param digest SHA-256 of the body in UTF-8
     */
    record Exchange(URI asked, int status, Instant at, String contentType, String body, String digest) {}
}
