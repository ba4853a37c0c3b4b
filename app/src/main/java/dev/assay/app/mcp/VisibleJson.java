package dev.assay.app.mcp;

import dev.assay.core.json.Json;

/**
 * JSON in which nothing is invisible: control characters, direction overrides and the tag characters in which whole
 * sentences can be hidden from people, but not from a language model, are written as escapes. The value is the same.
 */
final class VisibleJson {

    private VisibleJson() {}

    static String of(Json json) {
        var compact = json.write();
        var out = new StringBuilder(compact.length());
        compact.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                for (var unit : Character.toChars(c)) {
                    out.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
