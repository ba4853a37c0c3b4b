package dev.assay.core.metadata;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;

/**
 * What the ControlNet extension writes of one of its units: {@code ControlNet 0: "Module: canny, Model: name [hash],
 * Weight: 1, …"}. Until 2023 it wrote other words for the same ({@code preprocessor: canny, starting/ending: (0, 1)}); the
 * site takes the text apart into an object (quirk 29).
 *
 * @param values by their keys in lower case
 */
public record ControlUnit(Map<String, String> values) {

    private static final Pattern STATEMENT =
            Pattern.compile("([A-Za-z][A-Za-z /]{0,40}):\\s*(\\([^)]{0,100}\\)|[^,]{0,300})");
    private static final Pattern HASHED = Pattern.compile("(.{1,300}?)\\s*\\[([0-9a-fA-F]{8,64})]");
    private static final Pattern NUMBERS =
            Pattern.compile("[(\\[\\s]*([\\d.]+)\\s*,\\s*([\\d.]+)(?:\\s*,\\s*([\\d.]+))?.*");

    private static final Pattern ADAPTER = Pattern.compile(
            "(?i)ip[-_]?adapter|instant[-_]?id|photomaker|pulid|reference_|revision_|clip_vision|t2ia_style");

    private static final Pattern IP_ADAPTER = Pattern.compile("(?i)ip[-_]?adapter");
    private static final Pattern FACE = Pattern.compile("(?i)face[-_]?id|instant[-_]?id|pulid|photomaker");

    public ControlUnit {
        values = Map.copyOf(values);
    }

    /** Reads what is written of a unit, as text or as an object. */
    public static ControlUnit of(Json written) {
        Map<String, String> values = new LinkedHashMap<>();
        if (written instanceof Json.Obj(var members)) {
            members.forEach(
                    (key, value) -> values.put(plain(key), value.scalar().orElseGet(value::write)));
        } else {
            var statements = STATEMENT.matcher(written.text().orElse(""));
            while (statements.find()) {
                values.putIfAbsent(
                        plain(statements.group(1)), statements.group(2).strip());
            }
        }
        return new ControlUnit(values);
    }

    private static String plain(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<String> text(String... keys) {
        for (var key : keys) {
            var value = Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private Optional<BigDecimal> number(String key) {
        return text(key).flatMap(value -> Json.of(value).decimal());
    }

    /** The number at that place, from 1, of several in brackets. */
    private Optional<BigDecimal> number(String key, int place) {
        var numbers = NUMBERS.matcher(text(key).orElse(""));
        return numbers.matches()
                ? Optional.ofNullable(numbers.group(place))
                        .flatMap(value -> Json.of(value).decimal())
                : Optional.empty();
    }

    /** The model's name, without its hash. */
    public Optional<String> model() {
        return text("model").filter(name -> !name.equalsIgnoreCase("none")).map(name -> {
            var hashed = HASHED.matcher(name);
            return hashed.matches() ? hashed.group(1) : name;
        });
    }

    /** The hash behind the model's name. */
    public Optional<String> hash() {
        var hashed = HASHED.matcher(text("model").orElse(""));
        return hashed.matches() ? Optional.of(hashed.group(2)) : Optional.empty();
    }

    /** What made the control picture of another one; empty where none did. */
    public Optional<String> preprocessor() {
        return text("module", "preprocessor").filter(name -> !name.equalsIgnoreCase("none"));
    }

    public Optional<BigDecimal> weight() {
        return number("weight");
    }

    /** The share of the steps from which on it steers. */
    public Optional<BigDecimal> start() {
        return number("guidance start").or(() -> number("starting/ending", 1));
    }

    /** The share of the steps up to which it steers. */
    public Optional<BigDecimal> end() {
        return number("guidance end").or(() -> number("starting/ending", 2));
    }

    /** The preprocessor's first threshold. */
    public Optional<BigDecimal> low() {
        return number("threshold a").or(() -> number("preprocessor params", 2)).filter(value -> value.signum() > 0);
    }

    /** The preprocessor's second threshold. */
    public Optional<BigDecimal> high() {
        return number("threshold b").or(() -> number("preprocessor params", 3)).filter(value -> value.signum() > 0);
    }

    /** Whether it is no ControlNet, but an adapter that the same extension runs: an IP-Adapter, a reference and the like. */
    public boolean isAdapter() {
        return ADAPTER.matcher(text("module", "preprocessor").orElse("") + " "
                        + text("model").orElse(""))
                .find();
    }

    /** Whether it is an adapter that takes the looks of a picture over as a whole, and no face alone. */
    public boolean isIpAdapter() {
        var unit =
                text("module", "preprocessor").orElse("") + " " + text("model").orElse("");
        return model().isPresent()
                && IP_ADAPTER.matcher(unit).find()
                && !FACE.matcher(unit).find();
    }

    /** Whether prompt and control do not count alike. */
    public Optional<String> imbalance() {
        return text("control mode").filter(mode -> !mode.equalsIgnoreCase("balanced"));
    }
}
