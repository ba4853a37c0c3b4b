package dev.assay.app.serve;

import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.ModelFileBuilder;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/** Worlds that several tests look at. */
final class Worlds {

    private Worlds() {}

    /** The file that {@code image.get} names in place of the image's own, where it contradicts. */
    static final String OTHER_FILE = "00000000-1111-4222-8333-444444444444";

    /** An image whose checkpoint is there in several forms, and shown by the site. */
    static final long OF_FORMS = 9001;

    /** What several views are shown with: the incident, what comes back instead, and {@link #OF_FORMS}. */
    static World toLookAt() {
        var preview = Image.of(7922)
                .size(832, 1216)
                .original(Png.landscape(832, 1216, Map.of(), 1))
                .build();
        var image = Image.of(OF_FORMS)
                .size(832, 1216)
                .meta(Json.object()
                        .put("prompt", "a (lighthouse:1.2) above the sea, evening")
                        .put("seed", 7)
                        .put("steps", 20)
                        .put("cfgScale", 6)
                        .put("sampler", "DPM++ 2M")
                        .put("Size", "832x1216")
                        .put(
                                "civitaiResources",
                                List.of(Json.object()
                                        .put("type", "checkpoint")
                                        .put("modelVersionId", 7901)
                                        .build()))
                        .build())
                .original(Png.landscape(832, 1216, Map.of(), 3))
                .build();
        var model = Model.of(7910, "Sea and light", "Checkpoint")
                .version(Version.of(7901, "v2", "SDXL 1.0")
                        .image(preview)
                        .file(form(79010, "sea_full.safetensors", "full", "fp32")
                                .primary())
                        .file(form(79011, "sea_pruned.safetensors", "pruned", "fp16"))
                        .file(form(79012, "sea_pruned_fp8.safetensors", "pruned", "fp8")))
                .build();
        return IncidentWorld.builder()
                .image(theOther())
                .image(preview)
                .image(image)
                .model(model)
                .build();
    }

    private static ModelFileBuilder form(long id, String name, String size, String precision) {
        return ModelFile.of(id, name, Safetensors.sdxlCheckpoint(id))
                .metadata(Json.object()
                        .put("format", "SafeTensor")
                        .put("size", size)
                        .put("fp", precision)
                        .build());
    }

    /** The incident, where the file that an answer names in place of the image's own is there as well. */
    static World withTwoFiles() {
        var other = Image.of(4242)
                .uuid(OTHER_FILE)
                .size(832, 1216)
                .original(Png.landscape(832, 1216, Map.of(), 3))
                .build();
        return IncidentWorld.builder().image(other).build();
    }

    /** The incident, where the image that comes back instead has a picture of its own. */
    static World withAPictureOfTheOther() {
        return IncidentWorld.builder().image(theOther()).build();
    }

    private static Image theOther() {
        return Image.of(World.HEAD)
                .size(832, 1216)
                .meta(Json.object()
                        .put("prompt", "two dancers of polished metal in absolute darkness")
                        .put("seed", 1938345220)
                        .put("steps", 45)
                        .put("cfgScale", 5)
                        .build())
                .original(Png.landscape(832, 1216, Map.of(), 2))
                .build();
    }
}
