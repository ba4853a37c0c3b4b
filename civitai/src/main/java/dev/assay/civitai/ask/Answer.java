package dev.assay.civitai.ask;

import java.net.URI;
import java.time.Instant;

import dev.assay.core.json.Json;

/** What became of a question. */
public sealed interface Answer {

    /**
     * The site answered in JSON: with a result, or with an error of its own that tells something about the subject (400,
     * 401, 403, 404, 410…). Passing troubles were retried before.
     *
     * @param status HTTP status
     * @param body the answer, whatever its shape
     * @param received where it came from
     */
    record Told(int status, Json body, Received received) implements Answer {
        public boolean ok() {
            return status == 200 || status == 207;
        }
    }

    /**
     * No usable answer, after patient retries.
     *
     * @param kind which kind
     * @param message what happened, for people; without secrets
     */
    record Silent(Kind kind, String message) implements Answer {}

    /**
     * Where an answer came from.
     *
     * @param address without secrets
     * @param digest SHA-256 of the raw body; the journal has it under that name
     * @param fromJournal whether it is an old answer
     */
    record Received(URI address, String digest, Instant at, boolean fromJournal) {}

    /** Why there is no usable answer. */
    enum Kind {
        /** No connection, no name, no route, cut or stalled to the end. */
        UNREACHABLE,
        /** A page, a challenge, or a body that is not JSON. */
        NOT_AN_ANSWER,
        /** 5xx, 429 to the end, or a Retry-After longer than anybody should wait. */
        BUSY,
        /** 451 (quirk 57). */
        REGION_BLOCKED,
        /** {@code --offline}, and the journal has no answer to this question. */
        NOT_IN_JOURNAL
    }
}
