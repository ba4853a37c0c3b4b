package dev.assay.core.family;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stable Diffusion XL 1.0 and its distilled variants; also what all families trained from it share. */
final class StableDiffusionXl {

    /** The sizes that SDXL was trained on and that its descendants recommend (NoobAI's card). */
    static final List<Latent.Size> BUCKETS = List.of(
            new Latent.Size(1024, 1024),
            new Latent.Size(896, 1152),
            new Latent.Size(832, 1216),
            new Latent.Size(768, 1344),
            new Latent.Size(640, 1536));

    static final Family FAMILY = family(
            "sdxl",
            "Stable Diffusion XL",
            Map.of(
                    "SDXL 0.9", Distillation.NONE,
                    "SDXL 1.0", Distillation.NONE,
                    "SDXL 1.0 LCM", Distillation.LCM,
                    "SDXL Lightning", Distillation.LIGHTNING,
                    "SDXL Hyper", Distillation.HYPER,
                    "SDXL Turbo", Distillation.TURBO),
            new Latent.Size(1024, 1024),
            Sanity.ofCfg(Range.of("3", "9"), Range.of("2", "12"), "ComfyUI's examples: CFG 5 to 8"));

    private StableDiffusionXl() {}

    /** A family with SDXL's network, and words, tastes and LoRAs of its own. */
    static Family family(
            String id, String displayName, Map<String, Distillation> baseModels, Latent.Size usual, Sanity sanity) {
        return new Family(
                id,
                displayName,
                baseModels,
                "sdxl",
                Architecture.SDXL,
                Family.ClipSkipRule.PENULTIMATE,
                new Latent("EmptyLatentImage", 8, usual, 0.6, 1.6, BUCKETS),
                Distillation.NONE.defaults(),
                Map.of(),
                sanity,
                true,
                false,
                Optional.of("SDXL"),
                Form.whole().build());
    }
}
