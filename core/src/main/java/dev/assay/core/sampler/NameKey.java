package dev.assay.core.sampler;

import java.util.Locale;

/** Makes one of the many spellings of a name: {@code DPM++ 2M}, {@code dpmpp_2m} and {@code dpm++2m} are the same. */
final class NameKey {

    private static final int LONGEST = 100;

    private NameKey() {}

    static String of(String name) {
        var shortened = name.substring(0, Math.min(name.length(), LONGEST));
        var key = new StringBuilder();
        shortened
                .toLowerCase(Locale.ROOT)
                .replace("++", "pp")
                .chars()
                .filter(c -> !Character.isWhitespace(c) && c != '_' && c != '-')
                .forEach(c -> key.append((char) c));
        return key.toString();
    }
}
