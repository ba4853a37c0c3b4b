package dev.assay.core.json;

/**
 * How much a JSON text may hold.
 *
 * @param maxCharacters length of the text, in characters
 * @param maxDepth nesting of objects and arrays
 * @param maxStringLength length of one string, in characters
 */
public record JsonLimits(int maxCharacters, int maxDepth, int maxStringLength) {

    /** 64 Mi characters (quirk 60: a list answer of the site exceeds 1 MiB), 200 levels. */
    public static final JsonLimits DEFAULT = new JsonLimits(64 << 20, 200, 32 << 20);
}
