package dev.assay.app.scan.lock;

import java.util.List;
import java.util.Optional;

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

    /** Reads one back; empty where it is none, or some model of it has no content to be checked against. */
    public static Optional<Lock> read(Json json) {
        var models = json.at("models").items().stream()
                .flatMap(one -> Errand.read(one).stream())
                .filter(one -> one.sha256().isPresent())
                .toList();
        return json.at("schema").text().filter(SCHEMA::equals).isEmpty()
                        || models.size() != json.at("models").items().size()
                ? Optional.empty()
                : Optional.of(new Lock(
                        texts(json.at("workflows")),
                        models,
                        json.at("packs").items().stream().map(LockedPack::read).toList(),
                        texts(json.at("comfyVersions"))));
    }

    private static List<String> texts(Json list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }
}
