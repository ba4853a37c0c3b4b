package dev.assay.replica.sample;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.world.Access;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;

/** Models and versions from captured answers. Their files are described, but cannot be downloaded. */
final class CapturedModels {

    private CapturedModels() {}

    static boolean reads(String name) {
        return (name.startsWith("captured-model") || name.startsWith("docs-model-version-"))
                && !name.contains("-mini-");
    }

    static List<Model> read(Json json) {
        if (json.has("items")) {
            return json.at("items").items().stream().map(CapturedModels::model).toList();
        }
        return List.of(json.has("modelVersions") ? model(json) : lone(json));
    }

    private static Model model(Json json) {
        var versions = json.at("modelVersions").items().stream()
                .map(version -> version(asAnsweredAlone(version, json)))
                .toList();
        return new Model(id(json), text(json, "name"), text(json, "type"), true, versions, Optional.of(json));
    }

    /** The list of a model leaves out what {@code /model-versions/:id} says of the model. */
    private static Json asAnsweredAlone(Json version, Json model) {
        var about = Json.object();
        List.of("name", "type", "nsfw", "poi").forEach(key -> about.put(key, model.at(key)));
        var whole = Json.object();
        version.members().forEach(whole::put);
        return version.has("model")
                ? version
                : whole.put("modelId", model.at("id"))
                        .put("model", about.build())
                        .build();
    }

    /** A version whose model was not captured: the model's own answer is 404. */
    private static Model lone(Json version) {
        var model = version.at("model");
        var versions = List.of(version(version));
        long modelId = version.at("modelId").integer().orElseThrow();
        return new Model(modelId, text(model, "name"), text(model, "type"), false, versions, Optional.empty());
    }

    private static Version version(Json json) {
        var files = json.at("files").items().stream()
                .map(file -> new ModelFile(id(file), text(file, "name"), file, Optional.empty()))
                .toList();
        return new Version(id(json), json.at("modelId").integer().orElseThrow(), json, Access.PUBLIC, files, true);
    }

    private static long id(Json json) {
        return json.at("id").integer().orElseThrow();
    }

    private static String text(Json json, String key) {
        return json.at(key).text().orElse("");
    }
}
