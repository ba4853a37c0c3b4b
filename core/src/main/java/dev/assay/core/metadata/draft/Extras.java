package dev.assay.core.metadata.draft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.assay.core.json.Json;

/** Statements that have no place of their own: kept as written, but for secrets. */
final class Extras {

    private static final int MAX_SAME_KEY = 100;

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Keeps a statement; a key that is taken already gets a number. */
    void add(String key, Json value) {
        var text = Redaction.of(value.scalar().orElseGet(value::write).strip());
        if (value.isNull() || text.isEmpty()) {
            return;
        }
        var free = key;
        for (int n = 2; texts.containsKey(free) && n < MAX_SAME_KEY; n++) {
            if (text.equals(texts.get(free))) {
                return;
            }
            free = key + " (" + n + ")";
        }
        texts.put(free, text);
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(texts);
    }
}
