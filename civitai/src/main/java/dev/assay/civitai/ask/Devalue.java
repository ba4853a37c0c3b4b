package dev.assay.civitai.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * Reads the second encoding of the inner interface (quirk 50): a flat array of values in which objects and arrays name
 * their members by place, negative places stand for values that JSON lacks, and an array that begins with a string is a
 * value of that type. A place may be named many times, so that the whole is counted as if written out.
 */
final class Devalue {

    private static final int UNDEFINED = -1;
    private static final int MAX_DEPTH = 200;
    private static final long MAX_SIZE = 1_000_000;

    private final List<Json> flat;
    private final Map<Integer, Sized> known = new LinkedHashMap<>();

    private Devalue(List<Json> flat) {
        this.flat = flat;
    }

    /** A decoded value, and how many values it would be if written out. */
    private record Sized(Json json, long size) {}

    /** The text is no such encoding, or goes beyond the bounds. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    static Json decode(String text) throws MalformedJsonException, UnreadableException {
        var flat = Json.parse(text);
        if (flat instanceof Json.Num) {
            return special(place(flat));
        }
        if (flat.items().isEmpty()) {
            throw new UnreadableException("no values");
        }
        return new Devalue(flat.items()).value(0, 0).json();
    }

    private Sized value(int place, int depth) throws UnreadableException {
        if (place < 0) {
            return new Sized(special(place), 1);
        }
        var before = known.get(place);
        if (before != null) {
            return before;
        }
        if (place >= flat.size() || depth > MAX_DEPTH) {
            // A value that holds itself never ends, and so runs into the depth as well.
            throw new UnreadableException("a place that does not exist, or nested too deeply");
        }
        var value = switch (flat.get(place)) {
            case Json.Obj(var members) -> object(members, depth);
            case Json.Arr(var items) -> array(items, depth);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> new Sized(flat.get(place), 1);
        };
        if (value.size() > MAX_SIZE) {
            throw new UnreadableException("more than " + MAX_SIZE + " values");
        }
        known.put(place, value);
        return value;
    }

    private Sized object(Map<String, Json> members, int depth) throws UnreadableException {
        var object = new LinkedHashMap<String, Json>();
        long size = 1;
        for (var member : members.entrySet()) {
            var place = place(member.getValue());
            var value = value(place, depth + 1);
            size += value.size();
            if (place != UNDEFINED) {
                object.put(member.getKey(), value.json());
            }
        }
        return new Sized(new Json.Obj(object), size);
    }

    private Sized array(List<Json> items, int depth) throws UnreadableException {
        if (!items.isEmpty() && items.getFirst() instanceof Json.Str(var type)) {
            return typed(type, items, depth);
        }
        var array = new ArrayList<Json>();
        long size = 1;
        for (var item : items) {
            var value = value(place(item), depth + 1);
            size += value.size();
            array.add(value.json());
        }
        return new Sized(new Json.Arr(array), size);
    }

    private Sized typed(String type, List<Json> items, int depth) throws UnreadableException {
        return switch (type) {
            case "Date", "BigInt", "Object", "URL" -> new Sized(items.size() > 1 ? items.get(1) : Json.none(), 1);
            case "Set" -> array(items.subList(1, items.size()), depth);
            case "Map" -> pairs(items, depth, true);
            case "null" -> pairs(items, depth, false);
            default -> throw new UnreadableException("a value of the unknown type " + type);
        };
    }

    /** Keys and values in turn; a map's keys are places, an object's are texts. */
    private Sized pairs(List<Json> items, int depth, boolean keysArePlaces) throws UnreadableException {
        var object = new LinkedHashMap<String, Json>();
        long size = 1;
        for (int i = 1; i + 1 < items.size(); i += 2) {
            var key = keysArePlaces ? value(place(items.get(i)), depth + 1).json() : items.get(i);
            var value = value(place(items.get(i + 1)), depth + 1);
            size += value.size();
            object.put(key.scalar().orElseThrow(() -> new UnreadableException("a key that is no text")), value.json());
        }
        return new Sized(new Json.Obj(object), size);
    }

    private static int place(Json json) throws UnreadableException {
        long number = json instanceof Json.Num ? json.integer().orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
        if (number < -9 || number > Integer.MAX_VALUE) {
            throw new UnreadableException("no place where one belongs");
        }
        return Math.toIntExact(number);
    }

    private static Json special(int place) throws UnreadableException {
        return switch (place) {
            // undefined, a hole, not a number, the infinities: JSON has none of them.
            case UNDEFINED, -2, -3, -4, -5 -> Json.none();
            case -6 -> Json.of(0);
            default -> throw new UnreadableException("an unknown special value");
        };
    }
}
