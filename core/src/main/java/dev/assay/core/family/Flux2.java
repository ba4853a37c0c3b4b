package dev.assay.core.family;

import java.util.Map;

/** Flux.2 dev. */
final class Flux2 {

    static final Family DEV = family(
            "flux2-dev",
            "Flux.2 dev",
            Architecture.FLUX2_DEV,
            Map.of("Flux.2 D", Distillation.NONE),
            Defaults.of("euler", "Flux2Scheduler", "1", 20, "ComfyUI's Flux.2 example"),
            Flux1.GUIDED,
            form(Standard.of("mistral_3_small_flux2_fp8.safetensors", "mistral_3_small_flux2_bf16.safetensors"))
                    .guided("4"));

    private Flux2() {}

    static Family family(
            String id,
            String displayName,
            Architecture architecture,
            Map<String, Distillation> baseModels,
            Defaults defaults,
            Sanity sanity,
            FormBuilder form) {
        var latent = new Latent(
                "EmptyFlux2LatentImage", 16, new Latent.Size(1024, 1024), 0.2, 4.2, StableDiffusionXl.BUCKETS);
        return Family.flow(id, displayName, baseModels, architecture, latent, defaults, sanity, form.build());
    }

    static FormBuilder form(Standard encoder) {
        return Form.bare(Encoders.of("flux2", encoder), Standard.FLUX2_VAE).sampled(Course.GUIDED);
    }
}
