package dev.assay.civitai.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.ingredient.ModelFile;

/**
 * A model version as the site describes it. Texts are empty where the site does not say.
 *
 * @param id the version
 * @param modelId its model
 * @param modelName title of the model
 * @param name title of the version
 * @param modelType the site's model type, such as {@code LORA}
 * @param baseModel the site's base model; free text
 * @param status such as {@code Published}
 * @param usageControl such as {@code Download}
 * @param mode {@code Archived} or {@code TakenDown}, where it is one of them
 * @param files as listed; some may belong to another version, which they then name themselves (§4.3)
 * @param primary ids of the files marked primary: none, one, or several
 */
public record ModelVersion(
        long id,
        long modelId,
        String modelName,
        String name,
        String modelType,
        String baseModel,
        String status,
        String usageControl,
        String mode,
        List<ModelFile> files,
        Set<Long> primary) {

    public ModelVersion {
        files = List.copyOf(files);
        primary = Set.copyOf(primary);
    }

    /** The files of this very version, without those of linked ones. */
    public List<ModelFile> ownFiles() {
        return files.stream().filter(f -> f.versionId() == id).toList();
    }

    /** The file that stands for it: the primary one, or the first. */
    Optional<ModelFile> first() {
        return ownFiles().stream()
                .filter(file -> primary.contains(file.fileId()))
                .findFirst()
                .or(() -> ownFiles().stream().findFirst());
    }

    /** What to call it in a sentence. */
    public String words() {
        var title = modelName.isEmpty() ? "" : " (" + modelName + (name.isEmpty() ? "" : ", " + name) + ")";
        return "model version " + id + title;
    }

    Optional<ModelFile> file(long fileId) {
        return files.stream().filter(f -> f.fileId() == fileId).findFirst();
    }
}
