package dev.assay.core.workflow;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * Reads the text of a workflow as Python writes it: {@code NaN} and {@code Infinity} are no JSON, yet old images have
 * {@code "is_changed": [NaN]} in their {@code prompt}.
 */
public final class WorkflowText {

    /** Stands for what is not a number; a text that really says so is refused with it, which harms nobody. */
    private static final String NO_NUMBER = "\0NaN";

    private static final String ESCAPED = "\"\\u0000NaN\"";

    private WorkflowText() {}

    /**
     * Reads one JSON value.
     *
     * @throws MalformedJsonException as {@link Json#parse} does
     */
    public static Json parse(String text) throws MalformedJsonException {
        return Json.parse(text.contains("NaN") || text.contains("Infinity") ? repaired(text) : text);
    }

    private static String repaired(String text) {
        var out = new StringBuilder(text.length());
        var at = 0;
        while (at < text.length()) {
            var end = tokenEnd(text, at);
            var token = text.substring(at, end);
            out.append(token.equals("NaN") || token.endsWith("Infinity") ? ESCAPED : token);
            at = end;
        }
        return out.toString();
    }

    /** A token is a string, or a run of letters with a minus before it, or one character of anything else. */
    private static int tokenEnd(String text, int start) {
        var first = text.charAt(start);
        var end = start + 1;
        if (first == '"') {
            while (end < text.length() && text.charAt(end) != '"') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(end + 1, text.length());
        }
        if (first == '-' || Character.isLetter(first)) {
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    /** Whether there was a {@code NaN} or an {@code Infinity} anywhere in it. */
    public static boolean holdsNoNumber(Json json) {
        return switch (json) {
            case Json.Str(var value) -> value.equals(NO_NUMBER);
            case Json.Arr(var items) -> items.stream().anyMatch(WorkflowText::holdsNoNumber);
            case Json.Obj(var members) -> members.values().stream().anyMatch(WorkflowText::holdsNoNumber);
            case Json.Num _, Json.Bool _, Json.Null _ -> false;
        };
    }
}
