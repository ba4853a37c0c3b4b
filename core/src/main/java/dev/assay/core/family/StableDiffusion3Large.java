package dev.assay.core.family;

import java.util.Map;

/** Stable Diffusion 3.5 Large, and what it shares with its smaller kin. */
final class StableDiffusion3Large {

    static final Sanity SANITY =
            Sanity.ofCfg(Range.of("3", "6"), Range.of("2", "7"), "ComfyUI's SD 3 examples: CFG 4 to 5.5");

    static final Family FAMILY = Family.flow(
                    "sd3-large",
                    "Stable Diffusion 3.5 Large",
                    Map.of(
                            "SD 3.5", Distillation.NONE,
                            "SD 3.5 Large", Distillation.NONE,
                            "SD 3.5 Large Turbo", Distillation.TURBO),
                    Architecture.SD3_LARGE,
                    new Latent(
                            "EmptySD3LatentImage",
                            16,
                            new Latent.Size(1024, 1024),
                            0.2,
                            2.1,
                            StableDiffusionXl.BUCKETS),
                    Defaults.of("euler", "sgm_uniform", "4", 20, "ComfyUI's SD 3.5 example"),
                    SANITY,
                    // The model with its VAE has 16.5 GB, in 8 bits 8.1; with its encoders 14.9, or 22 and more.
                    form().wholeFrom("12", "16.2").wholeFrom("19", "60").build())
            .distilled(Map.of(
                    Distillation.TURBO, Defaults.of("euler", "sgm_uniform", "1", 4, "the SD 3.5 Large Turbo card")));

    private StableDiffusion3Large() {}

    /**
     * Files bring their VAE, but for the bare models that some make of them. It is the same for 3 and 3.5 (Hugging Face's
     * announcement of 3.5, "Diffusers welcomes Stable Diffusion 3.5 Large").
     */
    static FormBuilder form() {
        return Form.whole()
                .vae(Standard.of("sd3_medium_vae.fp16.safetensors"))
                .usually(Contents.WITHOUT_ENCODERS)
                .encoders(Encoders.of(Standard.CLIP_L, Standard.CLIP_G, Standard.T5_XXL));
    }
}
