package dev.assay.app.pipeline;

import java.util.Locale;
import java.util.Optional;

import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.models.folder.FolderKind;

/** In which folder a file belongs that no workflow speaks of: the user's word first, then the file's own kind. */
record WantedFolders(Optional<FolderKind> said) {

    Optional<FolderKind> of(ResolvedIngredient resolved) {
        return resolved.resolution() instanceof Resolution.Exact exact
                ? said.or(() -> Uses.folder(resolved.ingredient().role(), exact.file()))
                        .or(() -> FolderKind.of(custom(exact.file())))
                : Optional.empty();
    }

    /** Kinds that only custom nodes load (facts on folders, §8.1); empty for what is no model. */
    private static String custom(ModelFile file) {
        return switch (file.modelType().toLowerCase(Locale.ROOT)) {
            case "motionmodule" -> "animatediff_models";
            case "detection" ->
                file.name().toLowerCase(Locale.ROOT).contains("seg") ? "ultralytics/segm" : "ultralytics/bbox";
            case "llm", "visionlanguage" -> "LLM";
            default -> "";
        };
    }
}
