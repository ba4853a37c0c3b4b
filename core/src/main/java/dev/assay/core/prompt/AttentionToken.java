package dev.assay.core.prompt;

/** A token of A1111's attention grammar; each keeps how it was written, since a bracket without a partner is text. */
sealed interface AttentionToken {

    String written();

    record Literal(String written) implements AttentionToken {}

    record Open(String written) implements AttentionToken {}

    record Close(String written) implements AttentionToken {}

    record CloseWithWeight(String written, double weight) implements AttentionToken {}
}
