package dev.assay.models.folder;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of ComfyUI's model folders, by the key that its configuration and its nodes use. Custom nodes bring keys of
 * their own, so the set is open.
 *
 * @param key such as {@code checkpoints}, or {@code ultralytics/bbox}; never a legacy alias
 */
public record FolderKind(String key) {

    // First of all: the constants below are checked against it.
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_. -]*(/[A-Za-z0-9_][A-Za-z0-9_. -]*)*");
    private static final int LONGEST = 100;

    public static final FolderKind CHECKPOINTS = new FolderKind("checkpoints");
    public static final FolderKind DIFFUSION_MODELS = new FolderKind("diffusion_models");
    public static final FolderKind TEXT_ENCODERS = new FolderKind("text_encoders");
    public static final FolderKind LORAS = new FolderKind("loras");
    public static final FolderKind VAE = new FolderKind("vae");
    public static final FolderKind VAE_APPROX = new FolderKind("vae_approx");
    public static final FolderKind EMBEDDINGS = new FolderKind("embeddings");
    public static final FolderKind HYPERNETWORKS = new FolderKind("hypernetworks");
    public static final FolderKind UPSCALE_MODELS = new FolderKind("upscale_models");
    public static final FolderKind LATENT_UPSCALE_MODELS = new FolderKind("latent_upscale_models");
    public static final FolderKind CONTROLNET = new FolderKind("controlnet");
    public static final FolderKind CLIP_VISION = new FolderKind("clip_vision");
    public static final FolderKind STYLE_MODELS = new FolderKind("style_models");

    public FolderKind {
        if (!isKey(key) || !key.equals(current(key))) {
            throw new IllegalArgumentException("not a model folder's key: " + key);
        }
    }

    /** The kind of that key or legacy alias ({@code unet}, {@code clip}); empty where it can be no folder. */
    public static Optional<FolderKind> of(String keyOrAlias) {
        return isKey(keyOrAlias) ? Optional.of(new FolderKind(current(keyOrAlias))) : Optional.empty();
    }

    private static boolean isKey(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches() && !text.endsWith(".") && !text.endsWith(" ");
    }

    private static String current(String key) {
        return switch (key) {
            case "unet" -> "diffusion_models";
            case "clip" -> "text_encoders";
            default -> key;
        };
    }
}
