package dev.assay.replica.comfy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.replica.bytes.Bytes;

/** The server's disk: {@code models}, {@code input}, {@code output} and {@code temp} in one folder. */
final class ComfyFolder {

    /** Some kinds live in two folders. */
    private static final Map<String, List<String>> HOMES = Map.of(
            "diffusion_models", List.of("diffusion_models", "unet"),
            "text_encoders", List.of("text_encoders", "clip"),
            "controlnet", List.of("controlnet", "t2i_adapter"));

    private static final Set<String> EXTENSIONS =
            Set.of("safetensors", "sft", "ckpt", "pt", "pt2", "pth", "bin", "pkl", "gguf");

    private final Path root;

    ComfyFolder(Path root) {
        this.root = root;
    }

    boolean hasKind(String kind) {
        return Files.isDirectory(root.resolve("models").resolve(kind));
    }

    /** The models of a kind, relative to its folder, with slashes. */
    List<String> models(String kind) {
        return HOMES.getOrDefault(kind, List.of(kind)).stream()
                .flatMap(folder -> files(root.resolve("models").resolve(folder)).stream())
                .filter(name -> EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1)))
                .sorted()
                .distinct()
                .toList();
    }

    List<String> inputs() {
        return files(root.resolve("input"));
    }

    private static List<String> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that {@code /view} means; empty where there is none, or where the name leads out of the folder. */
    Optional<Path> find(String type, String subfolder, String name) {
        try {
            var home = root.resolve(type).normalize();
            var file = home.resolve(subfolder).resolve(name).normalize();
            return file.startsWith(home) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** Saves under the next free number, as {@code SaveImage} does: {@code prefix_00001_.png}. */
    OutputName save(String type, String prefix, Bytes picture) {
        var slash = prefix.lastIndexOf('/');
        var subfolder = slash < 0 ? "" : prefix.substring(0, slash);
        var stem = prefix.substring(slash + 1);
        var folder = root.resolve(type).resolve(subfolder);
        try {
            Files.createDirectories(folder);
            for (int number = 1; ; number++) {
                var name = "%s_%05d_.png".formatted(stem, number);
                if (!Files.exists(folder.resolve(name))) {
                    Files.write(folder.resolve(name), picture.toArray());
                    return new OutputName(name, subfolder, type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
