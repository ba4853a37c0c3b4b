package dev.assay.core.family;

/** What stands for the negative prompt where CFG 1 gives it no effect. */
public enum Negative {
    /** It is encoded all the same, mostly empty. */
    ENCODED,
    /** The positive one's encoding, zeroed, which spares encoding. */
    ZEROED
}
