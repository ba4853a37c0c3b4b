package dev.assay.core.recipe.infotext;

import dev.assay.core.json.Json;

/** A1111's rule: a value is a JSON string where it has a comma, a colon or a line break; JSON stands as it is. */
final class Quoting {

    private Quoting() {}

    static String quoted(String value) {
        var isJson = value.startsWith("{") || value.startsWith("[");
        var needed = value.indexOf(',') >= 0 || value.indexOf(':') >= 0 || value.indexOf('\n') >= 0;
        return needed && !isJson ? Json.of(value).write() : value;
    }
}
