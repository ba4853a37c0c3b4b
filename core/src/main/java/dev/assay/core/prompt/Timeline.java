package dev.assay.core.prompt;

/** How A1111 counts the numbers at which a prompt switches. */
public enum Timeline {
    /** Since 1.6: what has a point is a share; the second pass goes on where the first one ended. */
    GOES_ON,
    /** Before: what is below 1 is a share, of the first pass's steps; the second pass starts from 0 again. */
    STARTS_ANEW
}
