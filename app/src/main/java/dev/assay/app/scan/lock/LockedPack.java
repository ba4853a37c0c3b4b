package dev.assay.app.scan.lock;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.needs.PackNeed;

/**
 * A pack of nodes as it was.
 *
 * @param need what the workflows use of it; its versions are those that they were saved with
 * @param installed the version that was there, as the pack states it, or its commit; empty where nobody could tell
 */
public record LockedPack(PackNeed need, Optional<String> installed) {

    Json json() {
        return Json.object()
                .put("pack", need.id().map(Json::of).orElse(Json.none()))
                .put("repository", need.repository().map(Json::of).orElse(Json.none()))
                .put("version", installed.map(Json::of).orElse(Json.none()))
                .put("savedWith", need.versions().stream().map(Json::of).toList())
                .put("classes", need.classes().stream().map(Json::of).toList())
                .build();
    }

    /** Reads one back; empty where it names neither a pack nor a class of nodes. */
    static Optional<LockedPack> read(Json json) {
        var need = new PackNeed(
                json.at("pack").text(),
                json.at("repository").text(),
                texts(json.at("savedWith")),
                texts(json.at("classes")),
                true,
                true);
        return need.id().isEmpty() && need.classes().isEmpty()
                ? Optional.empty()
                : Optional.of(new LockedPack(need, json.at("version").text()));
    }

    private static List<String> texts(Json list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** What to call it. */
    public String name() {
        return need.id().orElseGet(() -> String.join(", ", need.classes()));
    }
}
