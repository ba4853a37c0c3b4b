package dev.assay.core.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON value. Numbers keep their digits as written, since seeds are unsigned 64-bit and CFG and weights are
 * decimals.
 */
public sealed interface Json {

    /** An object; members keep their order. */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = members instanceof FrozenMembers ? members : FrozenMembers.of(members);
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A string. */
    record Str(String value) implements Json {}

    /** A number, as it was written. */
    record Num(String literal) implements Json {}

    /** A boolean. */
    record Bool(boolean value) implements Json {}

    /** Null, or nothing there. */
    enum Null implements Json {
        NULL
    }

    /** The value that stands for null, and for whatever is not there. */
    static Json none() {
        return Null.NULL;
    }

    static Json of(String value) {
        return new Str(value);
    }

    static Json of(long value) {
        return new Num(Long.toString(value));
    }

    static Json of(BigDecimal value) {
        return new Num(value.toPlainString());
    }

    static Json of(boolean value) {
        return new Bool(value);
    }

    static Json of(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /** Starts an object. */
    static JsonObjectBuilder object() {
        return new JsonObjectBuilder();
    }

    /**
     * Reads one JSON value under {@link JsonLimits#DEFAULT}.
     *
     * @throws MalformedJsonException where the text is not JSON, is cut short, or is larger or deeper than allowed
     */
    static Json parse(String text) throws MalformedJsonException {
        return JsonReader.read(text, JsonLimits.DEFAULT);
    }

    /** The member of that name; {@link #none()} where there is none or this is no object. */
    default Json at(String key) {
        return this instanceof Obj(var members) ? members.getOrDefault(key, none()) : none();
    }

    /** The item at that place; {@link #none()} where there is none or this is no array. */
    default Json at(int index) {
        return this instanceof Arr(var items) && index >= 0 && index < items.size() ? items.get(index) : none();
    }

    default boolean has(String key) {
        return this instanceof Obj(var members) && members.containsKey(key);
    }

    default boolean isNull() {
        return this instanceof Null;
    }

    /** The members; empty where this is no object. */
    default Map<String, Json> members() {
        return Map.of();
    }

    /** The items; empty where this is no array. */
    default List<Json> items() {
        return List.of();
    }

    /** The text of a string; empty for any other kind. */
    default Optional<String> text() {
        return this instanceof Str(var value) ? Optional.of(value) : Optional.empty();
    }

    /** The text of a string, a number or a boolean, as written; empty for any other kind. */
    default Optional<String> scalar() {
        return switch (this) {
            case Str(var value) -> Optional.of(value);
            case Num(var literal) -> Optional.of(literal);
            case Bool(var value) -> Optional.of(Boolean.toString(value));
            case Obj _, Arr _, Null _ -> Optional.empty();
        };
    }

    /** A number, or a string that is one (quirk 29: numbers come as strings). */
    default Optional<BigDecimal> decimal() {
        return switch (this) {
            case Num(var literal) -> Numbers.decimal(literal);
            case Str(var value) -> Numbers.decimal(value.strip());
            case Obj _, Arr _, Bool _, Null _ -> Optional.empty();
        };
    }

    /** A whole number that fits a long, or a string that is one; {@code 7.0} counts as 7. */
    default Optional<Long> integer() {
        return this instanceof Num(var literal) && Numbers.isShort(literal)
                ? Optional.of(Long.valueOf(literal))
                : decimal().flatMap(Numbers::whole);
    }

    /** A boolean; nothing else counts as one. */
    default Optional<Boolean> bool() {
        return this instanceof Bool(var value) ? Optional.of(value) : Optional.empty();
    }

    /** This value as compact JSON text. */
    default String write() {
        return JsonWriter.compact(this);
    }

    /** This value as indented JSON text, ending with a line feed. */
    default String writePretty() {
        return JsonWriter.pretty(this);
    }
}
