package dev.assay.replica.site;

import java.util.LinkedHashMap;

import dev.assay.core.json.Json;

/** Objects with a member changed, added or taken away. */
final class Members {

    private Members() {}

    static Json with(Json object, String key, Json value) {
        var members = new LinkedHashMap<>(object.members());
        members.put(key, value);
        return new Json.Obj(members);
    }

    static Json without(Json object, String key) {
        var members = new LinkedHashMap<>(object.members());
        members.remove(key);
        return new Json.Obj(members);
    }

    /** Without members that are null or empty arrays, all the way down: what {@code removeEmpty} does (quirk 27). */
    static Json withoutEmpty(Json json) {
        return switch (json) {
            case Json.Obj(var members) -> {
                var kept = new LinkedHashMap<String, Json>();
                members.forEach((key, value) -> {
                    if (!value.isNull() && !(value instanceof Json.Arr(var items) && items.isEmpty())) {
                        kept.put(key, withoutEmpty(value));
                    }
                });
                yield new Json.Obj(kept);
            }
            case Json.Arr(var items) ->
                Json.of(items.stream().map(Members::withoutEmpty).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json;
        };
    }
}
