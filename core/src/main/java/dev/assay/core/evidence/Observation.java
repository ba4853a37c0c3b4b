package dev.assay.core.evidence;

import java.time.Instant;
import java.util.List;

import dev.assay.core.metadata.Document;

/**
 * One source's statement: who, to which question, what, and when.
 *
 * @param witness who says it
 * @param question what was asked, for people and without secrets; an address or a path
 * @param digest SHA-256 of the raw answer, by which the journal finds it; empty where there is none
 * @param at when the answer came
 * @param identity which image it says it is about
 * @param about what else it says of the image
 * @param documents the metadata it brings
 */
public record Observation(
        Witness witness,
        String question,
        String digest,
        Instant at,
        Identity identity,
        Facts about,
        List<Document> documents) {

    public Observation {
        documents = List.copyOf(documents);
    }
}
