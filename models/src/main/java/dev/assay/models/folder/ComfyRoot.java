package dev.assay.models.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Recognises the folder of a ComfyUI installation. */
final class ComfyRoot {

    private static final String USUAL_NAME = "ComfyUI";

    private ComfyRoot() {}

    /** Whether a folder that somebody named may be one: a bare {@code models} folder is enough. */
    static boolean isRoot(Path folder) {
        return hasCode(folder) || Files.isDirectory(folder.resolve("models"));
    }

    /**
     * The nearest installation: the folder itself, one inside it, then the same for each folder above. Since nobody
     * named it, a folder {@code models} alone does not make one.
     */
    static Optional<Path> near(Path start) {
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            var found = isCertain(folder) ? Optional.of(folder) : inside(folder);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> inside(Path folder) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(
                folder, child -> child.getFileName().toString().equalsIgnoreCase(USUAL_NAME))) {
            return StreamSupport.stream(children.spliterator(), false)
                    .filter(ComfyRoot::isCertain)
                    .min(Comparator.naturalOrder());
        } catch (IOException _) {
            // A folder above that may not be listed holds no installation that could be used.
            return Optional.empty();
        }
    }

    private static boolean isCertain(Path folder) {
        return hasCode(folder) || Files.isDirectory(folder.resolve("models").resolve("checkpoints"));
    }

    private static boolean hasCode(Path folder) {
        return Files.isRegularFile(folder.resolve("folder_paths.py"))
                || (Files.isRegularFile(folder.resolve("main.py")) && Files.isDirectory(folder.resolve("comfy")));
    }
}
