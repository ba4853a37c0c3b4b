package dev.assay.replica.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;

/**
 * A payload as devalue writes it: one flat array, whose first item is the root; objects and arrays hold the places of
 * their values, and a date is {@code ["Date", text]}.
 */
final class Devalue {

    private final List<String> dates;
    private final List<Json> slots = new ArrayList<>();

    private Devalue(List<String> dates) {
        this.dates = dates;
    }

    static String write(Trpc.Payload payload) {
        var writer = new Devalue(payload.dates());
        writer.place(payload.json(), true);
        return Json.of(writer.slots).write();
    }

    private Json place(Json value, boolean root) {
        int slot = slots.size();
        slots.add(Json.none());
        slots.set(
                slot,
                switch (value) {
                    case Json.Obj(var members) -> object(members, root);
                    case Json.Arr(var items) ->
                        Json.of(items.stream().map(item -> place(item, false)).toList());
                    case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
                });
        return Json.of(slot);
    }

    private Json object(Map<String, Json> members, boolean root) {
        Map<String, Json> places = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            boolean date = root && dates.contains(key) && value.text().isPresent();
            places.put(key, date ? date(value) : place(value, false));
        });
        return new Json.Obj(places);
    }

    private Json date(Json text) {
        slots.add(Json.of(List.of(Json.of("Date"), text)));
        return Json.of(slots.size() - 1);
    }
}
