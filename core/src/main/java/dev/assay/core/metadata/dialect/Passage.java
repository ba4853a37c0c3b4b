package dev.assay.core.metadata.dialect;

import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.draft.LenientJson;

/**
 * A text to be read.
 *
 * @param key the key it stood under; empty where there was none
 * @param text as found; what a JSON string holds where it is one
 * @param json what it holds, where it is a JSON object or array; {@link Json#none()} otherwise
 * @param beside the texts of the same file by their keys, this one included: some tools spread what they say
 */
record Passage(String key, String text, Json json, Map<String, String> beside) {

    static Passage of(String key, String text) {
        return of(key, text, Map.of());
    }

    static Passage of(TextEntry entry, Map<String, String> beside) {
        return of(entry.key(), entry.text(), beside);
    }

    private static Passage of(String key, String text, Map<String, String> beside) {
        // Tensor.Art pads with zeros.
        var plain = LenientJson.unquoted(text.indexOf('\0') < 0 ? text : text.replace("\0", ""));
        return new Passage(key, plain, LenientJson.structure(plain), beside);
    }

    /** The text under another key of the same file; empty where there is none. */
    String beside(String other) {
        return beside.getOrDefault(other, "");
    }
}
