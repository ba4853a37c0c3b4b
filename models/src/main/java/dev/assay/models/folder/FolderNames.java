package dev.assay.models.folder;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which kind of models a folder holds, by its name: ComfyUI's own keys, and what other programs call theirs. */
public final class FolderNames {

    /** A name of another program's (A1111, Forge, SwarmUI) is a row. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("stable-diffusion", "checkpoints"),
            Map.entry("checkpoint", "checkpoints"),
            Map.entry("unet", "diffusion_models"),
            Map.entry("clip", "text_encoders"),
            Map.entry("text_encoder", "text_encoders"),
            Map.entry("lora", "loras"),
            Map.entry("lycoris", "loras"),
            Map.entry("embedding", "embeddings"),
            Map.entry("hypernetwork", "hypernetworks"),
            Map.entry("vae-approx", "vae_approx"),
            Map.entry("esrgan", "upscale_models"),
            Map.entry("realesrgan", "upscale_models"),
            Map.entry("swinir", "upscale_models"),
            Map.entry("upscalers", "upscale_models"),
            Map.entry("t2i_adapter", "controlnet"),
            Map.entry("clipvision", "clip_vision"));

    private static final Map<String, FolderKind> KINDS = Stream.concat(
                    OTHERS.entrySet().stream(),
                    BuiltInFolders.kinds().stream().map(kind -> Map.entry(kind.key(), kind.key())))
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> new FolderKind(entry.getValue())));

    private FolderNames() {}

    /** The kind that the topmost telling folder on the way to a file says; empty where none tells. */
    public static Optional<FolderKind> of(Path folders) {
        for (var folder : folders) {
            var kind = KINDS.get(folder.toString().toLowerCase(Locale.ROOT));
            if (kind != null) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
