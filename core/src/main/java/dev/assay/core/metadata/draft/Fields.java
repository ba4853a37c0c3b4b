package dev.assay.core.metadata.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;

/** The statements of one text, in its order; some only make sense together. */
public final class Fields {

    private final List<Field> all;
    private final Map<String, Field> byPlainKey = new HashMap<>();

    public Fields(List<Field> all) {
        this.all = List.copyOf(all);
        all.forEach(field -> byPlainKey.putIfAbsent(field.plainKey(), field));
    }

    public static Fields of(Json object) {
        List<Field> fields = new ArrayList<>();
        object.members().forEach((key, value) -> fields.add(new Field(key, value)));
        return new Fields(fields);
    }

    public List<Field> all() {
        return all;
    }

    /** The first statement under that key, {@link Json#none()} where there is none. */
    public Json at(String plainKey) {
        var field = byPlainKey.get(plainKey);
        return field == null ? Json.none() : field.value();
    }

    /** The first statement under that key as text, without blanks around it. */
    public Optional<String> text(String plainKey) {
        return at(plainKey).scalar().map(String::strip).filter(text -> !text.isEmpty());
    }
}
