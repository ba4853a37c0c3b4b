package dev.assay.replica.site;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.assay.replica.wire.Query;

/** Query parameters as the site's schema reads them: closed list, JavaScript numbers, zod's boolean strings. */
final class JsParameters {

    private static final Set<String> YES = Set.of("true", "1", "yes", "on", "y", "enabled");
    private static final Set<String> NO = Set.of("false", "0", "no", "off", "n", "disabled");

    private final Query query;

    JsParameters(Query query) {
        this.query = query;
    }

    /** The one value; a name given twice becomes an array, which no schema of a scalar takes. */
    Optional<String> single(String name) throws BadQueryException {
        var values = query.all(name);
        if (values.size() > 1) {
            throw new BadQueryException(name, "Invalid input: expected scalar, received array");
        }
        return values.stream().findFirst();
    }

    /** {@code Number(x)}: an empty text is 0. */
    Optional<BigDecimal> number(String name) throws BadQueryException {
        var text = single(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(number(name, text.get()));
    }

    private static BigDecimal number(String name, String text) throws BadQueryException {
        if (text.isBlank()) {
            return BigDecimal.ZERO;
        }
        if (text.strip().length() <= 30) {
            try {
                return new BigDecimal(text.strip());
            } catch (NumberFormatException _) {
                // Falls through: not a number, as JavaScript says.
            }
        }
        throw new BadQueryException(name, "Invalid input: expected number, received NaN");
    }

    /** An id as a filter: falsy values skip the filter (quirk 2). */
    Optional<BigDecimal> filter(String name) throws BadQueryException {
        return number(name).filter(value -> value.signum() != 0);
    }

    int bounded(String name, int usual, int most) throws BadQueryException {
        var value = number(name);
        if (value.isEmpty()) {
            return usual;
        }
        if (value.get().signum() < 0 || value.get().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new BadQueryException(name, "Too big: expected number to be <=" + most);
        }
        return value.get().intValue();
    }

    Optional<Boolean> bool(String name) throws BadQueryException {
        var text = single(name).map(value -> value.toLowerCase(Locale.ROOT));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (YES.contains(text.get()) || NO.contains(text.get())) {
            return text.map(YES::contains);
        }
        throw new BadQueryException(name, "Invalid option: expected a boolean string");
    }

    Optional<String> oneOf(String name, Set<String> allowed) throws BadQueryException {
        var text = single(name);
        if (text.isPresent() && !allowed.contains(text.get())) {
            throw new BadQueryException(name, "Invalid option");
        }
        return text;
    }

    /** Checks a comma-separated list of whole numbers, which has no effect here. */
    void integers(String name) throws BadQueryException {
        for (var part : single(name).filter(text -> !text.isEmpty()).orElse("0").split(",", -1)) {
            number(name, part);
        }
    }
}
