package dev.assay.core.reference;

/** What became of a text that should name a model. */
public sealed interface ParsedWanted {

    record Understood(WantedModel reference) implements ParsedWanted {}

    /**
     * It cannot be taken, and nothing was sent.
     *
     * @param reason what is the matter
     * @param advice what to give instead
     */
    record Refused(String reason, String advice) implements ParsedWanted {}
}
