package dev.assay.replica.comfy;

import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;

/** Somebody else's job on the same server: what is said of it is no evidence for anybody's own. */
final class Stranger {

    static final String ID = "0badf00d-0000-4000-8000-000000000001";

    static final String SEED = "666777888";

    private Stranger() {}

    static QueueItem job() {
        var latent = node(
                "EmptyLatentImage",
                Json.object().put("width", 96).put("height", 64).put("batch_size", 1));
        var sampler =
                node("KSampler", Json.object().put("seed", new Json.Num(SEED)).put("latent_image", link("1")));
        var saved = node(
                "SaveImage", Json.object().put("filename_prefix", "stranger").put("images", link("2")));
        var prompt =
                Json.object().put("1", latent).put("2", sampler).put("3", saved).build();
        var extra = Json.object().put("client_id", "stranger").build();
        return new QueueItem(0, ID, prompt, extra, List.of("3"));
    }

    private static Json node(String type, JsonObjectBuilder inputs) {
        return Json.object()
                .put("inputs", inputs.build())
                .put("class_type", type)
                .build();
    }

    private static Json link(String source) {
        return Json.of(List.of(Json.of(source), Json.of(0)));
    }
}
