package dev.assay.civitai.journal;

import java.time.Instant;

/**
 * One answer in the journal.
 *
 * @param asked the address that was asked, without secrets
 * @param status HTTP status
 * @param at when it came, to the millisecond
 * @param contentType as the site named it; may be empty
 * @param digest SHA-256 of the body
 * @param bytes of the body
 * @param validated whether its subject was found to be the one asked for
 */
public record Entry(
        String asked, int status, Instant at, String contentType, String digest, long bytes, boolean validated) {}
