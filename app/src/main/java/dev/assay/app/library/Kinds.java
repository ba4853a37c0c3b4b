package dev.assay.app.library;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.safetensors.ModelKind;
import dev.assay.models.folder.FolderKind;

/** Which kinds of models belong in which folders. */
public final class Kinds {

    private static final Map<String, ModelKind> FOLDERS = Map.ofEntries(
            Map.entry("checkpoints", ModelKind.CHECKPOINT),
            Map.entry("diffusion_models", ModelKind.UNET_ONLY),
            Map.entry("loras", ModelKind.LORA),
            Map.entry("vae", ModelKind.VAE),
            Map.entry("vae_approx", ModelKind.VAE),
            Map.entry("text_encoders", ModelKind.TEXT_ENCODER),
            Map.entry("clip_vision", ModelKind.CLIP_VISION),
            Map.entry("embeddings", ModelKind.EMBEDDING),
            Map.entry("controlnet", ModelKind.CONTROLNET),
            Map.entry("ipadapter", ModelKind.IP_ADAPTER),
            Map.entry("animatediff_models", ModelKind.MOTION_MODULE),
            Map.entry("upscale_models", ModelKind.UPSCALER),
            Map.entry("latent_upscale_models", ModelKind.UPSCALER));

    /** Kinds whose loaders look into one folder only, and fail on anything else that they find there. */
    private static final Set<ModelKind> STRICT = Set.of(
            ModelKind.CHECKPOINT,
            ModelKind.UNET_ONLY,
            ModelKind.LORA,
            ModelKind.VAE,
            ModelKind.TEXT_ENCODER,
            ModelKind.EMBEDDING,
            ModelKind.UPSCALER);

    private Kinds() {}

    static ModelKind of(FolderKind folder) {
        return FOLDERS.getOrDefault(folder.key(), ModelKind.UNKNOWN);
    }

    /** The folder in which the loaders of a kind look; empty for kinds that are loaded from several. */
    public static Optional<FolderKind> folder(ModelKind kind) {
        return STRICT.contains(kind)
                ? FOLDERS.entrySet().stream()
                        .filter(entry -> entry.getValue() == kind)
                        .map(Map.Entry::getKey)
                        .filter(key -> !key.equals("vae_approx") && !key.equals("latent_upscale_models"))
                        .findFirst()
                        .flatMap(FolderKind::of)
                : Optional.empty();
    }

    /** Why a model of that kind is of no use in that folder; empty where it may be. */
    public static Optional<String> misplaced(ModelKind shown, FolderKind folder) {
        var expected = of(folder);
        var wholeForBare = shown == ModelKind.CHECKPOINT && expected == ModelKind.UNET_ONLY;
        if (shown == expected || wholeForBare || !STRICT.contains(shown) || !STRICT.contains(expected)) {
            return Optional.empty();
        }
        return Optional.of(
                "its header shows a " + shown.words() + ", which ComfyUI does not load from " + folder.key());
    }
}
