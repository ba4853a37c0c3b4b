package dev.assay.app.cli;

import java.math.BigDecimal;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.World;

/** The models of the incident's world, and metadata that use them: a plain image that can be made. */
final class Pony {

    static final long CHECKPOINT = 290640;
    static final long LORA = 712345;
    static final String CHECKPOINT_FILE = "checkpoints/ponyDiffusionV6XL_v6StartWithThisOne.safetensors";

    private static final World WORLD = IncidentWorld.world();

    private Pony() {}

    /** Enough to be made: prompt, settings and the checkpoint's version. */
    static JsonObjectBuilder meta() {
        return settings().put("civitaiResources", List.of(checkpoint()));
    }

    /** The same without a word of any model. */
    static JsonObjectBuilder settings() {
        return Json.object()
                .put("prompt", "score_9, a still life of pears")
                .put("negativePrompt", "score_4")
                .put("seed", 77)
                .put("steps", 20)
                .put("sampler", "Euler")
                .put("cfgScale", 6)
                .put("Size", "832x1216");
    }

    static Json checkpoint() {
        return Json.object()
                .put("type", "checkpoint")
                .put("modelVersionId", CHECKPOINT)
                .build();
    }

    static Json lora(String weight) {
        return Json.object()
                .put("type", "lora")
                .put("weight", new BigDecimal(weight))
                .put("modelVersionId", LORA)
                .build();
    }

    /** A hash that the site states for the primary file of a version. */
    static String hash(long version, String kind) {
        return WORLD.version(version)
                .orElseThrow()
                .files()
                .getFirst()
                .body()
                .at("hashes")
                .at(kind)
                .text()
                .orElseThrow();
    }
}
