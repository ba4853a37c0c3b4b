package dev.assay.core.evidence;

import dev.assay.core.source.Origin;

/** Who can say something about an image. */
public enum Witness {
    ITEM("REST item", Origin.SITE_ITEM),
    /** The id in the wrapper around {@code meta}: it says whose metadata these are, apart from the item's own id. */
    META_WRAPPER("wrapper id of the item's meta", Origin.SITE_ITEM),
    IMAGE("tRPC image.get", Origin.SITE_ROWS),
    GENERATION_DATA("tRPC image.getGenerationData", Origin.SITE_ROWS),
    FILE("original file", Origin.FILE),
    USER("your own metadata", Origin.USER);

    private final String words;
    private final Origin origin;

    Witness(String words, Origin origin) {
        this.words = words;
        this.origin = origin;
    }

    public String words() {
        return words;
    }

    public Origin origin() {
        return origin;
    }
}
