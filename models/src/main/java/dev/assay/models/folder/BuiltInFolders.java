package dev.assay.models.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** ComfyUI's own folders below {@code models/} (its {@code folder_paths.py}). */
final class BuiltInFolders {

    private static final List<FolderKind> KINDS = Stream.of(
                    "checkpoints",
                    "diffusion_models",
                    "text_encoders",
                    "loras",
                    "vae",
                    "vae_approx",
                    "embeddings",
                    "hypernetworks",
                    "upscale_models",
                    "latent_upscale_models",
                    "controlnet",
                    "clip_vision",
                    "style_models",
                    "gligen",
                    "photomaker",
                    "model_patches",
                    "audio_encoders",
                    "diffusers",
                    "classifiers")
            .map(FolderKind::new)
            .toList();

    private BuiltInFolders() {}

    static List<FolderKind> kinds() {
        return KINDS;
    }

    /** The directories of a kind in ComfyUI's order; some kinds still have that of an older name. */
    static List<Path> of(Path root, FolderKind kind) {
        var models = root.resolve("models");
        return switch (kind.key()) {
            case "diffusion_models" -> List.of(models.resolve("unet"), models.resolve("diffusion_models"));
            case "text_encoders" -> List.of(models.resolve("text_encoders"), models.resolve("clip"));
            case "controlnet" -> List.of(models.resolve("controlnet"), models.resolve("t2i_adapter"));
            default -> List.of(own(root, kind));
        };
    }

    /** The directory that bears the kind's name. */
    static Path own(Path root, FolderKind kind) {
        return root.resolve("models").resolve(kind.key());
    }
}
