package dev.assay.core.metadata.draft;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * JSON as JavaScript and Python let it slip: {@code undefined}, {@code NaN} and {@code Infinity} where a value belongs
 * (quirk 31). Nothing else is mended.
 */
public final class LenientJson {

    private static final int MAX_NESTED = 3;

    private static final Pattern WORD = Pattern.compile("-?\\b(?:undefined|NaN|Infinity)\\b");

    private LenientJson() {}

    /** The value the text holds; empty where it is no JSON even after mending. */
    public static Optional<Json> parse(String text) {
        return strict(text).or(() -> strict(mended(text)));
    }

    /** The text that a JSON string holds; any other text as it is. */
    public static String unquoted(String text) {
        return text.startsWith("\"") && text.endsWith("\"")
                ? strict(text).flatMap(Json::text).orElse(text)
                : text;
    }

    /** The object or array the text holds, also where it was turned into a JSON string once or twice too often. */
    public static Json structure(String text) {
        var inner = text;
        for (int i = 0; i < MAX_NESTED; i++) {
            if (!looksLikeJson(inner)) {
                return Json.none();
            }
            var json = parse(inner).orElse(Json.none());
            if (!(json instanceof Json.Str(var nested))) {
                return json;
            }
            inner = nested;
        }
        return Json.none();
    }

    /** The value itself, or what it holds where it is a string of JSON. */
    public static Json structure(Json value) {
        return value instanceof Json.Str(var text) ? structure(text) : value;
    }

    private static boolean looksLikeJson(String text) {
        var stripped = text.stripLeading();
        return !stripped.isEmpty() && "{[\"".indexOf(stripped.charAt(0)) >= 0;
    }

    private static Optional<Json> strict(String text) {
        try {
            return Optional.of(Json.parse(text));
        } catch (MalformedJsonException _) {
            return Optional.empty();
        }
    }

    /** By hand, not by one pattern: a pattern for strings runs out of stack on long ones. */
    private static String mended(String text) {
        var out = new StringBuilder(text.length());
        var place = 0;
        while (place < text.length()) {
            var quote = text.indexOf('"', place);
            var outside = text.substring(place, quote < 0 ? text.length() : quote);
            out.append(WORD.matcher(outside).replaceAll("null"));
            if (quote < 0) {
                return out.toString();
            }
            var end = Balanced.end(text, quote);
            out.append(text, quote, end < 0 ? text.length() : end);
            place = end < 0 ? text.length() : end;
        }
        return out.toString();
    }
}
