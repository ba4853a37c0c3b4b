package dev.assay.core.family;

import java.util.Map;

/** Anima. */
final class Anima {

    static final Family FAMILY = Family.flow(
            "anima",
            "Anima",
            Map.of("Anima", Distillation.NONE),
            Architecture.ANIMA,
            new Latent("EmptyLatentImage", 16, new Latent.Size(1024, 1024), 0.2, 2.6, StableDiffusionXl.BUCKETS),
            Defaults.of("euler_ancestral", "simple", "4", 30, "ComfyUI's Anima guide"),
            Sanity.ofCfg(Range.of("3", "7"), Range.of("2", "9"), "ComfyUI's Anima guide: CFG 4 to 5"),
            Form.bare(
                            Encoders.of("stable_diffusion", Standard.of("qwen_3_06b_base.safetensors")),
                            Standard.QWEN_IMAGE_VAE)
                    .build());

    private Anima() {}
}
