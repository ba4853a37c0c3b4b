package dev.assay.app.scan.lock;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.app.scan.fix.Errand;
import dev.assay.core.json.Json;

/**
 * Everything that workflows need, to the byte.
 *
 * @param workflows what they are called
 * @param models each with its content
 * @param comfyVersions the versions of ComfyUI that they were saved with
 */
public record Lock(List<String> workflows, List<Errand> models, List<LockedPack> packs, List<String> comfyVersions) {

    private static final String SCHEMA = "assay/lock/1";

    public Lock {
        workflows = List.copyOf(workflows);
        models = List.copyOf(models);
        packs = List.copyOf(packs);
        comfyVersions = List.copyOf(comfyVersions);
    }

    public Json json() {
        return Json.object()
                .put("schema", SCHEMA)
                .put("workflows", workflows.stream().map(Json::of).toList())
                .put("comfyVersions", comfyVersions.stream().map(Json::of).toList())
                .put("models", models.stream().map(Errand::json).toList())
                .put("packs", packs.stream().map(LockedPack::json).toList())
                .build();
    }

    /**
     * Reads one back; empty where it is none, or where a part of it cannot be read: what would be left might make
     * another machine lack something.
     */
    public static Optional<Lock> read(Json json) {
        var models = all(
                json.at("models"),
                one -> Errand.read(one).filter(errand -> errand.sha256().isPresent()));
        var packs = all(json.at("packs"), LockedPack::read);
        return json.at("schema").text().filter(SCHEMA::equals).isPresent() && models.isPresent() && packs.isPresent()
                ? Optional.of(new Lock(
                        texts(json.at("workflows")), models.get(), packs.get(), texts(json.at("comfyVersions"))))
                : Optional.empty();
    }

    private static <T> Optional<List<T>> all(Json list, Function<Json, Optional<T>> read) {
        var some =
                list.items().stream().flatMap(item -> read.apply(item).stream()).toList();
        return list instanceof Json.Arr && some.size() == list.items().size() ? Optional.of(some) : Optional.empty();
    }

    private static List<String> texts(Json list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }
}
