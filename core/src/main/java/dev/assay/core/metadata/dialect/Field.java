package dev.assay.core.metadata.dialect;

import java.util.Locale;

import dev.assay.core.json.Json;

/**
 * One statement of an infotext or of a {@code meta} object.
 *
 * @param key as written
 * @param value as written; a JSON string for plain text
 */
record Field(String key, Json value) {

    static Field of(String key, String value) {
        return new Field(key, Json.of(value));
    }

    /** The key without case, blanks and signs, since {@code Clip skip} and {@code clipSkip} are one. */
    String plainKey() {
        return plain(key);
    }

    static String plain(String key) {
        var plain = new StringBuilder(key.length());
        for (char c : key.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
