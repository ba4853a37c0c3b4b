package dev.assay.replica.world;

/** Who gets to see an image, and by which way (§2.4 of the facts). */
public enum Visibility {
    /** By every way, as its browsing level allows. */
    PUBLIC,
    /** By no way; it may never have existed. */
    DELETED,
    /** Generation data answer (they check nothing), all else says there is no such image. */
    UNPUBLISHED,
    /** By its link and its id, but not in the REST answer: a real person, a minor, an excluded tag. */
    LINK_ONLY,
    /** Filtered out as soon as the mask asks for R, X or XXX; seen with 1 or 3 (quirk 8). */
    HIDDEN_AT_31
}
