package dev.assay.replica.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.world.Access;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.ModelFileBuilder;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.VersionBuilder;

/** Models that make a client stumble. */
public final class QuirkyModels {

    /** Shows an image whose metadata its author hid (quirk 38). */
    public static final long LEAKING_VERSION = 7002;

    /** Two versions whose files have the same tensors under different headers, and so the same AutoV3 (quirk 62). */
    public static final long SAME_TENSORS_OLDER = 7101;

    /** The younger of the two; a look-up by AutoV3 finds the older. */
    public static final long SAME_TENSORS_YOUNGER = 7102;

    /** Two versions of two models with the very same file; a look-up finds the older (quirk 13). */
    public static final long SAME_FILE_OLDER = 7201;

    /** The younger of the two. */
    public static final long SAME_FILE_YOUNGER = 7301;

    /** Who is signed in may download it. */
    public static final long SIGN_IN = 7401;

    /** Early access. */
    public static final long EARLY_ACCESS = 7402;

    /** Downloads disabled. */
    public static final long DOWNLOADS_DISABLED = 7403;

    /** Archived: no files. */
    public static final long ARCHIVED = 7404;

    /** Described, but its download is 404 (quirk 16). */
    public static final long NOT_FOUND = 7405;

    /** A pickle that the site's scan calls dangerous. */
    public static final long DANGEROUS = 7501;

    /** A pickle that the scan found clean. */
    public static final long PICKLE = 7502;

    /** Its file has a name that tries to leave its folder. */
    public static final long HOSTILE_NAME = 7503;

    /** Its file has no hashes yet. */
    public static final long WITHOUT_HASHES = 7504;

    /** Three forms of one model: full, and two pruned; the site's primary one is the full. */
    public static final long THREE_FORMS = 7601;

    /** Its file has a BLAKE3, too. */
    public static final long WITH_BLAKE3 = 7602;

    /** What {@link #WITH_BLAKE3} states. */
    public static final String BLAKE3 = "d74981efa70a0c880b8d8c1985d075dbcbf679b99a5f9914e5aaf96b831a9e24";

    /** A kind that only custom nodes load. */
    public static final long MOTION = 7603;

    /** A bare diffusion model of Flux that the site calls a checkpoint (§6.1). */
    public static final long BARE = 7604;

    private QuirkyModels() {}

    static List<Model> all(Image leaked) {
        return List.of(
                modelOfTheNumber(),
                versionOfTheNumber(leaked),
                sameTensors(),
                sameFile(7200, SAME_FILE_OLDER, "2023-05-01T00:00:00.000Z"),
                sameFile(7300, SAME_FILE_YOUNGER, "2024-05-01T00:00:00.000Z"),
                doors(),
                files(),
                forms(),
                bare(),
                Model.of(7610, "Slow motion", "MotionModule")
                        .version(version(
                                MOTION,
                                ModelFile.of(76030, "slow_motion.safetensors", Safetensors.sdxlLora("motion", 7603))))
                        .build());
    }

    private static Model bare() {
        var tensors = Map.of(
                "double_blocks.0.img_attn.qkv.weight", List.of(24, 8),
                "img_in.weight", List.of(8, 64),
                "guidance_in.in_layer.weight", List.of(8, 256));
        return Model.of(7620, "Bare flux", "Checkpoint")
                .version(Version.of(BARE, "v1", "Flux.1 D")
                        .file(ModelFile.of(
                                        76040,
                                        "bare_flux.safetensors",
                                        Safetensors.file(Map.of(), new TreeMap<>(tensors), BARE))
                                .primary()))
                .build();
    }

    private static Model forms() {
        return Model.of(7600, "Many forms", "Checkpoint")
                .version(Version.of(THREE_FORMS, "v1", "SDXL 1.0")
                        .file(form(76010, "forms_full.safetensors", "SafeTensor", "full", "fp32")
                                .primary())
                        .file(form(76011, "forms_pruned.safetensors", "SafeTensor", "pruned", "fp16"))
                        .file(form(76012, "forms_bf16.safetensors", "SafeTensor", "pruned", "bf16")))
                .version(Version.of(WITH_BLAKE3, "v2", "SDXL 1.0")
                        .file(form(76020, "forms_v2.safetensors", "SafeTensor", "full", "fp16")
                                .hash("BLAKE3", BLAKE3.toUpperCase(Locale.ROOT))
                                .primary()))
                .build();
    }

    private static ModelFileBuilder form(long id, String name, String format, String size, String precision) {
        return ModelFile.of(id, name, Safetensors.sdxlCheckpoint(id))
                .metadata(Json.object()
                        .put("format", format)
                        .put("size", size)
                        .put("fp", precision)
                        .build());
    }

    private static Model modelOfTheNumber() {
        return Model.of(QuirksWorld.AMBIGUOUS, "A much used number", "LORA")
                .version(Version.of(7001, "v1", "SDXL 1.0")
                        .file(lora(70010, "model_of_the_number", 70010).primary()))
                .build();
    }

    private static Model versionOfTheNumber(Image leaked) {
        return Model.of(7000, "Somebody else's", "LORA")
                .version(Version.of(QuirksWorld.AMBIGUOUS, "v1", "SDXL 1.0")
                        .file(lora(42420, "version_of_the_number", 42420).primary()))
                .version(Version.of(LEAKING_VERSION, "v2", "SDXL 1.0")
                        .image(leaked)
                        .file(lora(70020, "leaking", 70020).primary()))
                .build();
    }

    private static Model sameTensors() {
        return Model.of(7100, "Same tensors", "LORA")
                .version(Version.of(SAME_TENSORS_YOUNGER, "renamed", "SDXL 1.0")
                        .publishedAt("2024-03-01T00:00:00.000Z")
                        .file(lora(710200, "renamed", 7100).primary()))
                .version(Version.of(SAME_TENSORS_OLDER, "first", "SDXL 1.0")
                        .publishedAt("2024-02-01T00:00:00.000Z")
                        .file(lora(710100, "first", 7100).primary()))
                .build();
    }

    private static ModelFileBuilder lora(long id, String name, long seed) {
        return ModelFile.of(id, name + ".safetensors", Safetensors.sdxlLora(name, seed));
    }

    private static Model sameFile(long modelId, long versionId, String published) {
        return Model.of(modelId, "Same file " + modelId, "LORA")
                .version(Version.of(versionId, "v1", "SDXL 1.0")
                        .publishedAt(published)
                        .file(ModelFile.of(versionId * 10, "same.safetensors", Safetensors.sdxlLora("same", 7200))
                                .primary()))
                .build();
    }

    private static Model doors() {
        var model = Model.of(7400, "Closed doors", "LORA");
        Map.of(
                        SIGN_IN, Access.SIGN_IN,
                        EARLY_ACCESS, Access.EARLY_ACCESS,
                        DOWNLOADS_DISABLED, Access.DOWNLOADS_DISABLED,
                        ARCHIVED, Access.ARCHIVED,
                        NOT_FOUND, Access.NOT_FOUND)
                .forEach((id, access) -> model.version(Version.of(id, access.name(), "SDXL 1.0")
                        .access(access)
                        .file(ModelFile.of(id * 10, "door_" + id + ".safetensors", Safetensors.sdxlLora("door", id))
                                .primary())));
        return model.build();
    }

    private static Model files() {
        return Model.of(7500, "Odd files", "Checkpoint")
                .version(version(DANGEROUS, pickle(75010, "danger.ckpt").scans("Danger", "Success")))
                .version(version(PICKLE, pickle(75020, "old.ckpt")))
                .version(version(
                        HOSTILE_NAME,
                        ModelFile.of(75030, "../../.ssh/\u001b[31mevil\u202e.safetensors", Safetensors.sdxlVae(75030))))
                .version(version(
                        WITHOUT_HASHES,
                        ModelFile.of(75040, "fresh.safetensors", Safetensors.sdxlVae(75040))
                                .withoutHashes()))
                .build();
    }

    private static VersionBuilder version(long id, ModelFileBuilder file) {
        return Version.of(id, "v" + id, "SDXL 1.0").file(file.primary());
    }

    private static ModelFileBuilder pickle(long id, String name) {
        return ModelFile.of(id, name, Bytes.utf8("\u0080\u0002}q\u0000." + name))
                .metadata(Json.object()
                        .put("format", "PickleTensor")
                        .put("fp", "fp16")
                        .build());
    }
}
