package dev.assay.core.metadata.draft;

import java.util.Locale;

import dev.assay.core.json.Json;

/**
 * One statement of an infotext or of a {@code meta} object.
 *
 * @param key as written
 * @param value as written; a JSON string for plain text
 */
public record Field(String key, Json value) {

    public static Field of(String key, String value) {
        return new Field(key, Json.of(value));
    }

    /** The key without case, blanks and signs, since {@code Clip skip} and {@code clipSkip} are one. */
    public String plainKey() {
        return plain(key);
    }

    public static String plain(String key) {
        var plain = new StringBuilder(key.length());
        for (char c : key.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
