package dev.assay.core.evidence;

import java.util.List;

/**
 * An image and the metadata that are its own.
 *
 * @param subject what was asked
 * @param identity all that its witnesses agree on
 * @param about what else they say of it
 * @param documents metadata, in order of precedence; possibly none
 */
public record ImageRecord(Subject subject, Identity identity, Facts about, List<Attested> documents) {
    public ImageRecord {
        documents = List.copyOf(documents);
    }
}
