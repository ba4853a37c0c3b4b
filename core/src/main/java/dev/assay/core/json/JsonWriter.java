package dev.assay.core.json;

import java.util.List;
import java.util.Map;

/** Writes {@link Json} as text. Numbers go out as they came in. */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final boolean pretty;

    private JsonWriter(boolean pretty) {
        this.pretty = pretty;
    }

    static String compact(Json json) {
        var writer = new JsonWriter(false);
        writer.value(json, 0);
        return writer.out.toString();
    }

    static String pretty(Json json) {
        var writer = new JsonWriter(true);
        writer.value(json, 0);
        return writer.out.append('\n').toString();
    }

    private void value(Json json, int depth) {
        switch (json) {
            case Json.Obj(var members) -> object(members, depth);
            case Json.Arr(var items) -> array(items, depth);
            case Json.Str(var value) -> string(value);
            case Json.Num(var literal) -> out.append(literal);
            case Json.Bool(var value) -> out.append(value);
            case Json.Null _ -> out.append("null");
        }
    }

    private void object(Map<String, Json> members, int depth) {
        out.append('{');
        var first = true;
        for (var member : members.entrySet()) {
            separate(first, depth + 1);
            string(member.getKey());
            out.append(pretty ? ": " : ":");
            value(member.getValue(), depth + 1);
            first = false;
        }
        close('}', first, depth);
    }

    private void array(List<Json> items, int depth) {
        out.append('[');
        var first = true;
        for (var item : items) {
            separate(first, depth + 1);
            value(item, depth + 1);
            first = false;
        }
        close(']', first, depth);
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            out.append(',');
        }
        newLine(depth);
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
        out.append(bracket);
    }

    private void newLine(int depth) {
        if (pretty) {
            out.append('\n').repeat(' ', 2 * depth);
        }
    }

    private void string(String text) {
        out.append('"');
        var plain = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                out.append(text, plain, i);
                character(text, i);
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    /** Most are, and go out in runs. */
    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
    }

    private void character(String text, int at) {
        char c = text.charAt(at);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                // A lone surrogate has no UTF-8; line separators and control characters are no safe text either.
                if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029' || isLone(text, at)) {
                    escape(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 0xf));
        }
    }
}
