package dev.assay.replica.world;

import java.math.BigDecimal;
import java.util.List;

import dev.assay.core.json.Json;

/** The image that the global feed starts with. Numbers are the real ones; the words are our own. */
final class FeedHead {

    static final long MODEL_OF_NOTHING = 16612;
    static final long VERSION_OF_NOTHING = 19613;

    private FeedHead() {}

    static Image image() {
        return Image.of(World.HEAD)
                .uuid("cc242d6c-f960-4274-aa1d-f22a71e705ef")
                .blurHash("UA8N5},:Ioni~C#laKxaoznNwvx]XmRkVstR")
                .post(1981754)
                .size(832, 1216)
                .username("Ajuro")
                .baseModel("SDXL 1.0")
                .createdAt("2025-04-17T21:28:57.225Z")
                .meta(meta())
                .row(row(345685, 140272, "Checkpoint", "A checkpoint of the feed", Json.none()))
                .row(row(249861, 221751, "LORA", "A LoRA of the feed", Json.of(new BigDecimal("0.65"))))
                .otherVersion(9208)
                .build();
    }

    private static Json meta() {
        return Json.object()
                .put("Size", "832x1216")
                .put("seed", 1938345220)
                .put("steps", 45)
                .put("prompt", "two dancers of polished metal in absolute darkness, rim light, studio photograph")
                .put("sampler", "DPM++ 2M")
                .put("cfgScale", 5)
                .put("clipSkip", 2)
                .put("resources", List.of())
                .put("negativePrompt", "blurry, low contrast")
                .put(
                        "civitaiResources",
                        List.of(
                                Json.object()
                                        .put("type", "checkpoint")
                                        .put("modelVersionId", 345685)
                                        .build(),
                                Json.object()
                                        .put("type", "lora")
                                        .put("weight", new BigDecimal("0.65"))
                                        .put("modelVersionId", 249861)
                                        .build()))
                .build();
    }

    private static Json row(long versionId, long modelId, String type, String name, Json strength) {
        return Json.object()
                .put("imageId", World.HEAD)
                .put("modelVersionId", versionId)
                .put("strength", strength)
                .put("modelId", modelId)
                .put("modelName", name)
                .put("modelType", type)
                .put("versionId", versionId)
                .put("versionName", "v1.0")
                .put("baseModel", "SDXL 1.0")
                .build();
    }
}
