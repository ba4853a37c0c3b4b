package dev.assay.app.pipeline;

import java.util.Optional;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Role;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.hash.SizeRange;

/** Which ingredients a workflow needs, and in which of ComfyUI's folders each belongs. */
final class Uses {

    private Uses() {}

    /** The folder for a role; empty for what no workflow of Assay loads. */
    static Optional<FolderKind> folder(Role role) {
        return switch (role) {
            case CHECKPOINT, REFINER -> Optional.of(FolderKind.CHECKPOINTS);
            case UNET -> Optional.of(FolderKind.DIFFUSION_MODELS);
            case LORA -> Optional.of(FolderKind.LORAS);
            case EMBEDDING -> Optional.of(FolderKind.EMBEDDINGS);
            case HYPERNETWORK -> Optional.of(FolderKind.HYPERNETWORKS);
            case VAE -> Optional.of(FolderKind.VAE);
            case TEXT_ENCODER -> Optional.of(FolderKind.TEXT_ENCODERS);
            case CLIP_VISION -> Optional.of(FolderKind.CLIP_VISION);
            case CONTROLNET -> Optional.of(FolderKind.CONTROLNET);
            case UPSCALER -> Optional.of(FolderKind.UPSCALE_MODELS);
            case DETECTION, OTHER, UNKNOWN -> Optional.empty();
        };
    }

    /**
     * The folder of a file: a bare diffusion model that the site calls a checkpoint belongs elsewhere.
     */
    static Optional<FolderKind> folder(Role role, ModelFile file) {
        var bare = file.type().equalsIgnoreCase("UNet") || file.type().equalsIgnoreCase("Diffusion Model");
        return role == Role.CHECKPOINT && bare ? Optional.of(FolderKind.DIFFUSION_MODELS) : folder(role);
    }

    /** The size that the site promises; 0 there means that it does not know. */
    static SizeRange size(ModelFile file) {
        return file.sizeKb().signum() > 0 ? SizeRange.aboutKibibytes(file.sizeKb()) : SizeRange.unknown();
    }

    /**
     * Whether a graph drawn from settings loads it. What steered the image by a picture that nobody has, or changed it
     * afterwards, is named as left out, and not asked for.
     */
    static boolean isDrawn(Role role, boolean upscalesByModel) {
        return switch (role) {
            case CHECKPOINT, REFINER, LORA, EMBEDDING, HYPERNETWORK, VAE, UNET -> true;
            case UPSCALER -> upscalesByModel;
            case TEXT_ENCODER, CLIP_VISION, CONTROLNET, DETECTION, OTHER, UNKNOWN -> false;
        };
    }
}
