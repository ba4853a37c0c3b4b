package dev.assay.civitai.huggingface;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.ModelFile.Barrier;
import dev.assay.core.reference.HuggingFaceFile;

/** A file of a repository, described as a model file. */
record HubFile(HuggingFaceFile place, Entry entry, Optional<String> folder, About about, boolean hasToken) {

    private static final BigDecimal KIB = BigDecimal.valueOf(1024);

    /** What a folder of ComfyUI, or of a repository, says of what lies in it, in the words of the site's model types. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("checkpoints", "Checkpoint"),
            Map.entry("all_in_one", "Checkpoint"),
            Map.entry("diffusion_models", "UNet"),
            Map.entry("unet", "UNet"),
            Map.entry("transformer", "UNet"),
            Map.entry("text_encoders", "TextEncoder"),
            Map.entry("text_encoder", "TextEncoder"),
            Map.entry("text_encoder_2", "TextEncoder"),
            Map.entry("clip", "TextEncoder"),
            Map.entry("clip_vision", "CLIPVision"),
            Map.entry("image_encoder", "CLIPVision"),
            Map.entry("vae", "VAE"),
            Map.entry("loras", "LORA"),
            Map.entry("lora", "LORA"),
            Map.entry("embeddings", "TextualInversion"),
            Map.entry("controlnet", "Controlnet"),
            Map.entry("upscale_models", "Upscaler"));

    ModelFile modelFile() {
        return new ModelFile(
                0,
                0,
                0,
                place.repository(),
                place.revision(),
                type(),
                "",
                place.name(),
                "",
                format(),
                BigDecimal.valueOf(entry.bytes()).divide(KIB),
                entry.sha256(),
                Map.of(),
                List.of(),
                ModelFile.Scan.UNKNOWN,
                barrier(),
                ModelFile.Variant.UNKNOWN,
                Optional.of(place));
    }

    /** By the table of standard files, or by the nearest folder that says something; empty where none does. */
    private String type() {
        return folder.map(TYPES::get)
                .or(() -> Arrays.stream(place.folder().toLowerCase(Locale.ROOT).split("/"))
                        .map(name -> TYPES.getOrDefault(name, ""))
                        .filter(type -> !type.isEmpty())
                        .reduce((_, last) -> last))
                .orElse("");
    }

    private String format() {
        var name = place.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".safetensors") || name.endsWith(".sft")) {
            return "SafeTensor";
        }
        return name.endsWith(".gguf") ? "GGUF" : "PickleTensor";
    }

    private Optional<Barrier> barrier() {
        return about.gated() && !hasToken
                ? Optional.of(new Barrier(
                        Barrier.Kind.SIGN_IN,
                        "its authors give it only to who has accepted their terms on its page on Hugging Face"))
                : Optional.empty();
    }
}
