package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;

/** Makes the JSON of a version, as the site's answers look. */
record MadeVersion(
        long id, long modelId, String type, String baseModel, List<Json> files, UnaryOperator<JsonObjectBuilder> more) {

    static MadeVersion of(long id, String type) {
        return new MadeVersion(id, id * 10, type, "Pony", List.of(), UnaryOperator.identity());
    }

    MadeVersion base(String name) {
        return new MadeVersion(id, modelId, type, name, files, more);
    }

    MadeVersion with(MadeFile... added) {
        var all = new ArrayList<>(files);
        List.of(added).forEach(file -> all.add(file.json()));
        return new MadeVersion(id, modelId, type, baseModel, all, more);
    }

    MadeVersion and(String key, Json value) {
        return new MadeVersion(
                id,
                modelId,
                type,
                baseModel,
                files,
                object -> more.apply(object).put(key, value));
    }

    Json json() {
        var model = Json.object().put("name", "Model " + modelId).put("type", type);
        var body = Json.object()
                .put("id", id)
                .put("modelId", modelId)
                .put("name", "v1")
                .put("baseModel", baseModel)
                .put("status", "Published")
                .put("usageControl", "Download")
                .put("model", model.build())
                .put("files", files);
        return more.apply(body).build();
    }

    /** A model in a search's list, with this as its only version. */
    Json asModel() {
        return Json.object()
                .put("id", modelId)
                .put("name", "Model " + modelId)
                .put("type", type)
                .put("modelVersions", List.of(json()))
                .build();
    }
}
