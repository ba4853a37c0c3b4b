package dev.assay.replica.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

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
     * Reads the folder; the result may be added to. Of several answers about one image the first by name counts.
     *
     * @throws IOException where the folder cannot be read, or a file in it is no JSON
     */
    public static WorldBuilder world(Path folder) throws IOException {
        return world(folder, image -> true);
    }

    /**
     * Reads the folder, but of the answers about images only the chosen ones.
     *
     * @throws IOException where the folder cannot be read, or a file in it is no JSON
     */
    public static WorldBuilder world(Path folder, Predicate<Path> chosen) throws IOException {
        var world = World.builder().key(IncidentWorld.KEY);
        var known = new HashSet<Long>();
        for (var file : files(folder)) {
            if (isOfImages(file) && chosen.test(file)) {
                CapturedImages.read(name(file), json(file)).stream()
                        .filter(image -> known.add(image.id()))
                        .forEach(world::image);
            } else if (CapturedModels.reads(name(file))) {
                CapturedModels.read(json(file)).forEach(world::model);
            }
        }
        return world;
    }

    /** Whether the file, by its name, holds an answer about images. */
    public static boolean isOfImages(Path file) {
        return CapturedImages.reads(name(file));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
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
