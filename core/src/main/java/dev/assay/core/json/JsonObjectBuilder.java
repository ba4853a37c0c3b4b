package dev.assay.core.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an object together, member by member, in order. */
public final class JsonObjectBuilder {

    private final Map<String, Json> members = new LinkedHashMap<>();

    JsonObjectBuilder() {}

    public JsonObjectBuilder put(String key, Json value) {
        members.put(key, value);
        return this;
    }

    public JsonObjectBuilder put(String key, String value) {
        return put(key, Json.of(value));
    }

    public JsonObjectBuilder put(String key, long value) {
        return put(key, Json.of(value));
    }

    public JsonObjectBuilder put(String key, BigDecimal value) {
        return put(key, Json.of(value));
    }

    public JsonObjectBuilder put(String key, boolean value) {
        return put(key, Json.of(value));
    }

    public JsonObjectBuilder put(String key, List<? extends Json> items) {
        return put(key, Json.of(items));
    }

    /** Puts the text where there is one; otherwise the member is left out. */
    public JsonObjectBuilder putIfPresent(String key, Optional<String> value) {
        value.ifPresent(text -> put(key, text));
        return this;
    }

    public Json build() {
        return new Json.Obj(members);
    }
}
