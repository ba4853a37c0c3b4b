package dev.assay.core.recipe;

import java.util.Locale;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;

/** Whether two sources say the same of a setting, though they write it differently. */
final class Agreement {

    private static final Pattern SPACE = Pattern.compile("[\\s,]+");

    private Agreement() {}

    static boolean agree(Parameter parameter, String a, String b) {
        return switch (parameter.kind()) {
            case WHOLE, DECIMAL -> sameNumber(a, b);
            // Sites and savers fold lines and trim around commas; words and weights must be the same.
            case TEXT -> squeezed(a).equals(squeezed(b));
            case NAME -> a.strip().toLowerCase(Locale.ROOT).equals(b.strip().toLowerCase(Locale.ROOT));
        };
    }

    private static boolean sameNumber(String a, String b) {
        var left = Json.of(a).decimal();
        var right = Json.of(b).decimal();
        if (left.isEmpty() || right.isEmpty()) {
            return a.equals(b);
        }
        return left.get().compareTo(right.get()) == 0;
    }

    private static String squeezed(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
