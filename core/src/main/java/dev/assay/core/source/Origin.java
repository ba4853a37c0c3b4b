package dev.assay.core.source;

/** Whose word a value is. The order is the precedence where values disagree: earlier wins. */
public enum Origin {
    /** The user's own metadata. */
    USER("your metadata"),
    /** The site's item of the image. */
    SITE_ITEM("the site's item"),
    /** The site's tRPC rows for the image. */
    SITE_ROWS("the site's tRPC rows"),
    /** The bytes of the original file. */
    FILE("the file's own bytes"),
    /** A stated default: nobody said anything. */
    DEFAULT("assumed");

    private final String words;

    Origin(String words) {
        this.words = words;
    }

    /** For people, such as "the site's item". */
    public String words() {
        return words;
    }
}
