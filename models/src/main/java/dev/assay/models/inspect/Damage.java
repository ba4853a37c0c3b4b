package dev.assay.models.inspect;

/**
 * Why a file cannot be the model that its name promises.
 *
 * @param kind which kind of damage
 * @param words a sentence part for people, such as {@code cut short: the tensors need 10 bytes, the file has 9}
 */
public record Damage(Kind kind, String words) {

    /** Kinds of damage. */
    public enum Kind {
        EMPTY,
        /** The end is missing. */
        CUT_SHORT,
        /** The header contradicts itself or the file. */
        BAD_HEADER,
        /** A web page, mostly one that asks for a sign-in. */
        WEB_PAGE,
        /** An error message or another text. */
        TEXT,
        /** What git checks out where git-lfs is missing: a note of a hundred bytes. */
        LFS_POINTER,
        /** A model perhaps, but not in the form that its name says, so that loaders refuse it. */
        OTHER_FORMAT
    }
}
