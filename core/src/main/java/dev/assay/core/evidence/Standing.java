package dev.assay.core.evidence;

/** How an observation counts. */
public enum Standing {
    /** It says itself that it is about the subject, and nobody contradicts it. */
    WITNESS,
    /** It is about the right image, by its own word, but contradicts another that is as well. */
    CONTRADICTS,
    /** It is about something else: no witness, set aside. */
    FOREIGN,
    /** It does not say whom it is about: it proves nothing alone. */
    SILENT
}
