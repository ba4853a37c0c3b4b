package dev.assay.app.cli;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import dev.assay.models.download.RateLimit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes a second, such as {@code 500k} or {@code 2.5M}, as {@code curl} does. */
final class RateConverter implements ITypeConverter<RateLimit> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)([kKmMgG]?)[bB]?(?:/s)?");

    @Override
    public RateLimit convert(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong(text);
        }
        var unit = switch (matcher.group(2)) {
            case "k", "K" -> 1L << 10;
            case "m", "M" -> 1L << 20;
            case "g", "G" -> 1L << 30;
            default -> 1L;
        };
        var bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        if (bytes.compareTo(BigDecimal.ONE) < 0) {
            throw wrong(text);
        }
        return RateLimit.of(bytes.longValue());
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException("\"" + text + "\" is no rate, such as 500k or 2M (bytes a second).");
    }
}
