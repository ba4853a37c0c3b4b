package dev.assay.models.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.folder.FolderNames;

/**
 * A directory to look through, with all below it.
 *
 * @param directory absolute
 * @param kind of models that ComfyUI looks for in it; empty where the names of the folders below must tell
 */
public record ScanPlace(Path directory, Optional<FolderKind> kind) {

    /** A section of {@code extra_model_paths.yaml} may name folders of code, too. */
    private static final String CODE = "custom_nodes";

    /** Everything of an installation: the directories of each kind, and what else lies in its models folder. */
    public static List<ScanPlace> of(ComfyFolders comfy) {
        var places = new ArrayList<ScanPlace>();
        for (var kind : comfy.kinds()) {
            if (!kind.key().equals(CODE)) {
                comfy.directories(kind).forEach(directory -> places.add(new ScanPlace(directory, Optional.of(kind))));
            }
        }
        places.add(of(comfy.root().resolve("models")));
        return places;
    }

    /** A folder of models that is no installation. */
    public static ScanPlace of(Path directory) {
        return new ScanPlace(directory.toAbsolutePath().normalize(), Optional.empty());
    }

    /** The kind of folder that a file below lies in. */
    Optional<FolderKind> kindOf(Path file) {
        if (kind.isPresent()) {
            return kind;
        }
        var below = Optional.ofNullable(directory.relativize(file).getParent());
        return below.flatMap(FolderNames::of)
                .or(() -> Optional.ofNullable(directory.getFileName()).flatMap(FolderNames::of))
                // Custom nodes bring folders of their own, which are called as their keys are.
                .or(() -> below.map(path -> path.getName(0).toString()).flatMap(FolderKind::of));
    }
}
