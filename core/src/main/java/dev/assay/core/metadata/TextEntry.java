package dev.assay.core.metadata;

/**
 * A text found inside a file.
 *
 * @param carrier where it was, such as {@code PNG tEXt} or {@code EXIF UserComment}
 * @param key its key there, such as {@code parameters}; empty where the place has none
 * @param text what it says, decoded
 */
public record TextEntry(String carrier, String key, String text) {}
