package dev.assay.core.prompt;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as prompts hold them: short, and without an exponent that could make them huge. */
final class Decimals {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})");

    private Decimals() {}

    /** The whole text as a number. */
    static Optional<BigDecimal> read(CharSequence text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text.toString())) : Optional.empty();
    }

    /** The number that the text begins with. */
    static Optional<BigDecimal> readStart(CharSequence text) {
        var matcher = NUMBER.matcher(text);
        return matcher.lookingAt() ? Optional.of(new BigDecimal(matcher.group())) : Optional.empty();
    }
}
