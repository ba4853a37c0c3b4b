package dev.assay.replica.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Infotext;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.bytes.SiteHashes;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;
import dev.assay.replica.world.WorldBuilder;

/**
 * The world of the incident: image 96712457, rated mature so that the default level hides it, in post 21452546, made on
 * Pony Diffusion XL with CFG 3, 30 steps and seed 1716271426; and image 9173928 at the head of the feed, with everything
 * about it different. Ids, CFG, steps and seeds are those of the report; the rest is made here. All files are real and
 * small.
 */
public final class IncidentWorld {

    /** The image that was asked for. */
    public static final long IMAGE = 96712457;

    /** Its post. */
    public static final long POST = 21452546;

    /** A key that is valid here. */
    public static final String KEY = "0123456789abcdef0123456789abcdef";

    private static final String UUID = "5d3b7a51-9f0e-4c7b-8a44-2f6d96712457";

    private IncidentWorld() {}

    public static World world() {
        return builder().build();
    }

    /** The same world, to be added to. */
    public static WorldBuilder builder() {
        return World.builder()
                .key(KEY)
                .image(image())
                .model(IncidentModels.checkpoint())
                .model(IncidentModels.loraOne())
                .model(IncidentModels.loraTwo())
                .model(IncidentModels.embedding())
                .model(IncidentModels.wrongCheckpoint())
                .model(IncidentModels.wrongLora());
    }

    private static Image image() {
        var meta = meta();
        return Image.of(IMAGE)
                .uuid(UUID)
                .name("00042-1716271426.png")
                .post(POST)
                .size(832, 1216)
                .username("hill_painter")
                .baseModel("Pony")
                .createdAt("2025-08-24T18:03:11.402Z")
                .level(8)
                .meta(meta)
                .original(Png.landscape(832, 1216, Map.of("parameters", Infotext.of(meta))))
                .resource(IncidentModels.checkpoint(), IncidentModels.CHECKPOINT_VERSION, Optional.empty())
                .resource(IncidentModels.loraOne(), IncidentModels.LORA_ONE_VERSION, strength("0.8"))
                .resource(IncidentModels.loraTwo(), IncidentModels.LORA_TWO_VERSION, strength("0.55"))
                .resource(IncidentModels.embedding(), IncidentModels.EMBEDDING_VERSION, Optional.empty())
                .build();
    }

    private static Optional<BigDecimal> strength(String value) {
        return Optional.of(new BigDecimal(value));
    }

    /** As the site's parser of A1111 text stores it (§3.1). */
    private static Json meta() {
        return Json.object()
                .put(
                        "prompt",
                        "score_9, score_8_up, score_7_up, wide valley, rolling hills, low sun, evening light, painterly,"
                                + " <lora:evening_light_pony:0.8>, <lora:painted_hills_pdxl:0.55>")
                .put("negativePrompt", "score_4, score_5, calm_neg_pdxl, text, watermark")
                .put("cfgScale", 3)
                .put("steps", 30)
                .put("sampler", "Euler a")
                .put("seed", 1716271426)
                .put("Size", "832x1216")
                .put("Model", "ponyDiffusionV6XL_v6StartWithThisOne")
                .put("Model hash", autoV2(IncidentModels.checkpointFile()))
                .put("clipSkip", 2)
                .put("Version", "v1.10.1")
                .put("hashes", hashes())
                .put("resources", resources())
                .build();
    }

    private static Json hashes() {
        return Json.object()
                .put("model", autoV2(IncidentModels.checkpointFile()))
                .put("lora:evening_light_pony", autoV3(IncidentModels.loraOneFile()))
                .put("lora:painted_hills_pdxl", autoV3(IncidentModels.loraTwoFile()))
                .put("embed:calm_neg_pdxl", autoV2(IncidentModels.embeddingFile()))
                .build();
    }

    private static List<Json> resources() {
        List<Json> resources = new ArrayList<>();
        resources.add(lora("evening_light_pony", "0.8", IncidentModels.loraOneFile()));
        resources.add(lora("painted_hills_pdxl", "0.55", IncidentModels.loraTwoFile()));
        resources.add(Json.object()
                .put("type", "model")
                .put("name", "ponyDiffusionV6XL_v6StartWithThisOne")
                .put("hash", autoV2(IncidentModels.checkpointFile()))
                .build());
        return resources;
    }

    private static Json lora(String name, String weight, Bytes file) {
        return Json.object()
                .put("type", "lora")
                .put("name", name)
                .put("weight", new BigDecimal(weight))
                .put("hash", autoV3(file))
                .build();
    }

    private static String autoV2(Bytes file) {
        return hash(file, "AutoV2");
    }

    private static String autoV3(Bytes file) {
        return hash(file, "AutoV3");
    }

    private static String hash(Bytes file, String kind) {
        return SiteHashes.of(file).getOrDefault(kind, "").toLowerCase(Locale.ROOT);
    }
}
