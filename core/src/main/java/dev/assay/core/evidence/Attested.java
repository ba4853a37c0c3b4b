package dev.assay.core.evidence;

import dev.assay.core.metadata.Document;

/**
 * A document whose subject is proven.
 *
 * @param witness who brought it
 * @param labelled whether the answer itself says whom it is about; if not, only the question ties it to the image
 */
public record Attested(Document document, Witness witness, boolean labelled) {}
