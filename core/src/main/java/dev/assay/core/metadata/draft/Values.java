package dev.assay.core.metadata.draft;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;

/** Checks what a text states against what a parameter can be. */
public final class Values {

    /** What sites and tools write where they know nothing. */
    private static final Set<String> NOTHING = Set.of("undefined", "null", "nan", "none");

    private static final int EXCERPT = 60;

    private Values() {}

    /** What became of a stated value. */
    sealed interface Checked {}

    /** It can be one. */
    record Good(String text) implements Checked {}

    /** It says nothing. */
    record Silent() implements Checked {}

    /** It cannot be one. */
    record Bad(String text) implements Checked {}

    static Checked read(Parameter parameter, Json stated) {
        if (stated.scalar().isEmpty()) {
            return new Bad(stated.write());
        }
        var text = stated.scalar().get();
        return switch (parameter.kind()) {
            case TEXT -> text(parameter, text.strip());
            case NAME -> saysNothing(parameter, text.strip()) ? new Bad(text) : name(text.strip());
            case WHOLE -> whole(stated).<Checked>map(Good::new).orElseGet(() -> new Bad(text));
            case DECIMAL -> decimal(stated).<Checked>map(Good::new).orElseGet(() -> new Bad(text));
        };
    }

    /** A1111's upscaler "None" is one: it enlarges without a model. */
    private static boolean saysNothing(Parameter parameter, String text) {
        var isUpscaler = parameter == Parameter.HIRES_UPSCALER && text.equalsIgnoreCase("none");
        return !isUpscaler && NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** An empty negative prompt is a statement, an empty prompt says nothing. */
    private static Checked text(Parameter parameter, String text) {
        return text.isEmpty() && parameter != Parameter.NEGATIVE_PROMPT ? new Silent() : new Good(text);
    }

    private static Checked name(String text) {
        return text.isEmpty() ? new Silent() : new Good(text);
    }

    /** Plain digits: a seed that JSON writes as {@code 1.8e19} or {@code 7.0} is a whole number all the same. */
    private static Optional<String> whole(Json stated) {
        return stated.decimal()
                .map(BigDecimal::stripTrailingZeros)
                .filter(number -> number.scale() <= 0)
                .map(BigDecimal::toPlainString);
    }

    private static Optional<String> decimal(Json stated) {
        return stated.decimal().map(BigDecimal::toPlainString);
    }

    static boolean isNumber(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.WHOLE || parameter.kind() == Parameter.Kind.DECIMAL;
    }

    static boolean same(Parameter parameter, String a, String b) {
        return isNumber(parameter) ? new BigDecimal(a).compareTo(new BigDecimal(b)) == 0 : a.equalsIgnoreCase(b);
    }

    /** Whether the first is what a double makes of the second. */
    static boolean isRoundingOf(String rounded, String exact) {
        var value = new BigDecimal(exact).doubleValue();
        return new BigDecimal(Double.toString(value)).compareTo(new BigDecimal(rounded)) == 0
                || new BigDecimal(value).compareTo(new BigDecimal(rounded)) == 0;
    }

    public static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}
