package dev.assay.replica.world;

import java.util.Locale;
import java.util.Map;

/** The AIR the site prints for a version: ecosystem and type are its own, coarser words (§4.8, quirk 37). */
final class Air {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("AestheticGradient", "ag"),
            Map.entry("Checkpoint", "checkpoint"),
            Map.entry("Hypernetwork", "hypernet"),
            Map.entry("TextualInversion", "embedding"),
            Map.entry("MotionModule", "motion"),
            Map.entry("Upscaler", "upscaler"),
            Map.entry("VAE", "vae"),
            Map.entry("LORA", "lora"),
            Map.entry("DoRA", "dora"),
            Map.entry("LoCon", "lycoris"),
            Map.entry("Controlnet", "controlnet"),
            Map.entry("TextEncoder", "text_encoders"),
            Map.entry("UNet", "unet"),
            Map.entry("CLIPVision", "clipvision"),
            Map.entry("CLIP", "clip"));

    private Air() {}

    static String of(String baseModel, String modelType, long modelId, long versionId) {
        return "urn:air:%s:%s:civitai:%d@%d"
                .formatted(ecosystem(baseModel), TYPES.getOrDefault(modelType, "unknown"), modelId, versionId);
    }

    private static String ecosystem(String baseModel) {
        var base = baseModel.toLowerCase(Locale.ROOT);
        if (base.startsWith("sdxl") || base.equals("pony") || base.equals("illustrious") || base.equals("noobai")) {
            return "sdxl";
        }
        if (base.startsWith("sd 1")) {
            return "sd1";
        }
        return base.startsWith("flux.1") ? "flux1" : base.replaceAll("[^a-z0-9]", "");
    }
}
