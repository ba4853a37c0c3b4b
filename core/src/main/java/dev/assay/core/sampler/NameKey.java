package dev.assay.core.sampler;

import java.util.Locale;

/** Makes one of the many spellings of a name: {@code DPM++ 2M}, {@code dpmpp_2m} and {@code dpm++2m} are the same. */
final class NameKey {

    private static final int LONGEST = 100;

    /** The key of what is too long to be a name; it is nobody's. */
    private static final String NO_NAME = "?";

    private NameKey() {}

    static String of(String name) {
        return name.length() > LONGEST
                ? NO_NAME
                : name.toLowerCase(Locale.ROOT).replace("++", "pp").replaceAll("[\\s_-]", "");
    }
}
