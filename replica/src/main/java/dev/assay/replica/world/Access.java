package dev.assay.replica.world;

/** Who may download the files of a version (§5 of the facts). */
public enum Access {
    /** Anybody. */
    PUBLIC,
    /** Anybody who is signed in. */
    SIGN_IN,
    /** Who paid for early access; the replica's callers never did. */
    EARLY_ACCESS,
    /** Nobody: generation on the site only; a key does not help. */
    DOWNLOADS_DISABLED,
    /** Nobody: the version is shown without files. */
    ARCHIVED,
    /** Nobody: unpublished, or a real person. The version may still be shown (quirk 16). */
    NOT_FOUND
}
