package dev.assay.app.serve;

import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;

/** What the site states of a plain image, to be added to. */
final class Lighthouse {

    private Lighthouse() {}

    /** The settings, without a word of any model. */
    static JsonObjectBuilder meta() {
        return Json.object()
                .put("prompt", "a lighthouse")
                .put("seed", 7)
                .put("steps", 20)
                .put("cfgScale", 6)
                .put("sampler", "Euler a")
                .put("Size", "832x1216");
    }

    /** The same, made with that version of a checkpoint. */
    static JsonObjectBuilder madeWith(long version) {
        return meta().put(
                        "civitaiResources",
                        List.of(Json.object()
                                .put("type", "checkpoint")
                                .put("modelVersionId", version)
                                .build()));
    }
}
