package dev.assay.replica.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.world.World;
import dev.assay.replica.world.WorldBuilder;

/**
 * A world made of answers captured from the real site, in a folder of JSON files whose names say what they are. Raw
 * JSON goes out as it was captured; only what was never captured is put together.
 */
public final class Captured {

    private Captured() {}

    /**
     * Reads the folder; the result may be added to.
     *
     * @throws IOException where the folder cannot be read, or a file in it is no JSON
     */
    public static WorldBuilder world(Path folder) throws IOException {
        var world = World.builder().key(IncidentWorld.KEY);
        for (var file : files(folder)) {
            var name = file.getFileName().toString();
            if (CapturedImages.reads(name)) {
                CapturedImages.read(name, json(file)).forEach(world::image);
            } else if (CapturedModels.reads(name)) {
                CapturedModels.read(json(file)).forEach(world::model);
            }
        }
        return world;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Json json(Path file) throws IOException {
        try {
            return Json.parse(Files.readString(file));
        } catch (MalformedJsonException e) {
            throw new IOException(file + " is no JSON", e);
        }
    }
}
