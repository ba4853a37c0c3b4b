package dev.assay.replica.sample;

import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.ImageBuilder;
import dev.assay.replica.world.Visibility;
import dev.assay.replica.world.World;
import dev.assay.replica.world.WorldBuilder;

/** The incident's world, and one of each thing that makes a client stumble. */
public final class QuirksWorld {

    /** An image, a post, a model and a version, none of which has to do with another (quirk 19). */
    public static final long AMBIGUOUS = 4242;

    /** Its author hid the metadata; {@link QuirkyModels#LEAKING_VERSION} shows them all the same (quirk 38). */
    public static final long HIDDEN_META = 5001;

    /** Not published; generation data answer none the less (quirk 10). */
    public static final long UNPUBLISHED = 5002;

    /** Seen by its link only (§2.4). */
    public static final long LINK_ONLY = 5003;

    /** PG, and hidden as soon as mature levels are asked for too (quirk 8). */
    public static final long HIDDEN_AT_31 = 5004;

    /** A video at the place of an image (quirk 61). */
    public static final long VIDEO = 5005;

    /** Nobody stored metadata. */
    public static final long WITHOUT_META = 5006;

    /** Made by an engine that nobody can download (quirk 35). */
    public static final long EXTERNAL_ENGINE = 5007;

    /** Values of every odd type: numbers as strings, {@code Model} an object, {@code resources} null (quirk 29). */
    public static final long ODD_TYPES = 5008;

    /** Two images of one post, which alone does not say which is meant. */
    public static final long POST_OF_TWO = 6000;

    private QuirksWorld() {}

    public static World world() {
        return builder().build();
    }

    /** The same world, to be added to. */
    public static WorldBuilder builder() {
        var hidden = plain(HIDDEN_META).hideMeta().build();
        var world = IncidentWorld.builder()
                .image(plain(AMBIGUOUS).post(77).build())
                .image(plain(4243).post(AMBIGUOUS).build())
                .image(hidden)
                .image(plain(UNPUBLISHED).visibility(Visibility.UNPUBLISHED).build())
                .image(plain(LINK_ONLY).visibility(Visibility.LINK_ONLY).build())
                .image(plain(HIDDEN_AT_31).visibility(Visibility.HIDDEN_AT_31).build())
                .image(plain(VIDEO).type("video").build())
                .image(Image.of(WITHOUT_META).build())
                .image(externalEngine())
                .image(Image.of(ODD_TYPES).meta(oddTypes()).build())
                .image(plain(6001).post(POST_OF_TWO).build())
                .image(plain(6002).post(POST_OF_TWO).build());
        QuirkyModels.all(hidden).forEach(world::model);
        HubFiles.all().forEach(world::onHub);
        return world;
    }

    private static ImageBuilder plain(long id) {
        return Image.of(id)
                .meta(Json.object()
                        .put("prompt", "a still life of " + id + " pears")
                        .put("seed", id)
                        .put("steps", 20)
                        .put("sampler", "Euler a")
                        .put("cfgScale", 7)
                        .build());
    }

    private static Image externalEngine() {
        return Image.of(EXTERNAL_ENGINE)
                .meta(Json.object()
                        .put("prompt", "a pear")
                        .put("engine", "openai")
                        .build())
                .row(Json.object()
                        .put("imageId", EXTERNAL_ENGINE)
                        .put("modelVersionId", 2436219)
                        .put("strength", Json.none())
                        .put("modelId", 1903424)
                        .put("modelName", "Google's Nano Banana")
                        .put("modelType", "Checkpoint")
                        .put("versionId", 2436219)
                        .put("versionName", "Nano Banana Pro")
                        .put("baseModel", "Nano Banana")
                        .build())
                .build();
    }

    private static Json oddTypes() {
        return Json.object()
                .put("prompt", "a pear")
                .put("seed", "18446744073709551615")
                .put("steps", "28")
                .put("cfgScale", "7.50")
                .put("Clip skip", "2")
                .put("Size", "600x848")
                .put("width", 0)
                .put("height", List.of(Json.of("12"), Json.of(1)))
                .put("Model", Json.object().put("first_half", "second_half").build())
                .put(
                        "hashes",
                        Json.object()
                                .put("LORA:thing", "0x95d20eda2f")
                                .put("vae", "735e4c3a44")
                                .build())
                .put("resources", Json.none())
                .put("workflow", "img2img-hires")
                .put("Created Date", "2026-08-26T1833:26.7118971Z")
                .build();
    }
}
