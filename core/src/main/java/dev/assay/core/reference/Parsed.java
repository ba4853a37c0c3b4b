package dev.assay.core.reference;

/** What became of a text that should be a reference. */
public sealed interface Parsed {

    record Understood(Reference reference) implements Parsed {}

    /**
     * It cannot be taken, and nothing was sent.
     *
     * @param reason what is the matter
     * @param advice what to give instead
     */
    record Refused(String reason, String advice) implements Parsed {}
}
