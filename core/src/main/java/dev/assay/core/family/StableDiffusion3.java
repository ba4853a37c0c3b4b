package dev.assay.core.family;

import java.util.Map;

/** Stable Diffusion 3 and 3.5 Medium, whose files bring the VAE and mostly no text encoders. */
final class StableDiffusion3 {

    static final Family FAMILY = Family.flow(
            "sd3-medium",
            "Stable Diffusion 3 Medium",
            Map.of("SD 3", Distillation.NONE, "SD 3.5 Medium", Distillation.NONE),
            Architecture.SD3_MEDIUM,
            new Latent("EmptySD3LatentImage", 16, new Latent.Size(1024, 1024), 0.2, 2.1, StableDiffusionXl.BUCKETS),
            Defaults.of("euler", "sgm_uniform", "4.5", 20, "ComfyUI's SD 3 examples"),
            StableDiffusion3Large.SANITY,
            StableDiffusion3Large.form().wholeFrom("9", "20").build());

    private StableDiffusion3() {}
}
