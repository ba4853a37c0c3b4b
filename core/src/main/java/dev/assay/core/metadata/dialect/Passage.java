package dev.assay.core.metadata.dialect;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.TextEntry;

/**
 * A text to be read.
 *
 * @param key the key it stood under; empty where there was none
 * @param text as found
 * @param json what it holds, where it is a JSON object or array; {@link Json#none()} otherwise
 */
record Passage(String key, String text, Json json) {

    static Passage of(String key, String text) {
        return new Passage(key, text, LenientJson.structure(text));
    }

    static Passage of(TextEntry entry) {
        return of(entry.key(), entry.text());
    }
}
