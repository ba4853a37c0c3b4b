package dev.assay.app.serve;

import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;

/** Worlds that several tests look at. */
final class Worlds {

    private Worlds() {}

    /** The file that {@code image.get} names in place of the image's own, where it contradicts. */
    static final String OTHER_FILE = "00000000-1111-4222-8333-444444444444";

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
        var other = Image.of(World.HEAD)
                .size(832, 1216)
                .meta(Json.object()
                        .put("prompt", "two dancers of polished metal in absolute darkness")
                        .put("seed", 1938345220)
                        .put("steps", 45)
                        .put("cfgScale", 5)
                        .build())
                .original(Png.landscape(832, 1216, Map.of(), 2))
                .build();
        return IncidentWorld.builder().image(other).build();
    }
}
