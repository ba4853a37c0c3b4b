package dev.assay.core.family;

import java.math.BigDecimal;
import java.util.Map;

import dev.assay.core.json.Json;

/** What all of Flux.1 share, and its dev model. A "checkpoint" of it on the site is mostly the transformer alone. */
final class Flux1 {

    private static final Latent LATENT =
            new Latent("EmptySD3LatentImage", 16, new Latent.Size(1024, 1024), 0.2, 2.2, StableDiffusionXl.BUCKETS);

    /** The noise levels of a square megapixel, which ComfyUI and Forge use whatever the size. */
    private static final Shift SHIFT = new Shift(
            "ModelSamplingFlux",
            Map.of(
                    "max_shift", Json.of(new BigDecimal("1.15")),
                    "base_shift", Json.of(new BigDecimal("0.5")),
                    "width", Json.of(1024),
                    "height", Json.of(1024)));

    static final Sanity GUIDED = Sanity.ofCfg(
            Range.of("1", "1"), Range.of("1", "6"), "it was distilled to need no CFG and is told its guidance instead");

    static final Family DEV = family(
            "flux1-dev",
            "Flux.1 dev",
            Map.of("Flux.1 D", Distillation.NONE),
            Defaults.of("euler", "simple", "1", 20, "ComfyUI's Flux example"),
            GUIDED,
            form().guided("3.5").shifted(SHIFT).sampled(Course.GUIDED).whenWhole(form().guided("3.5")));

    private Flux1() {}

    static Family family(
            String id,
            String displayName,
            Map<String, Distillation> baseModels,
            Defaults defaults,
            Sanity sanity,
            FormBuilder form) {
        return Family.flow(id, displayName, baseModels, Architecture.FLUX1, LATENT, defaults, sanity, form.build());
    }

    /** In 8 bits the transformer has 11.9 GB and everything 17.2; in 16 bits 23.8, and everything more than 28. */
    static FormBuilder form() {
        return Form.bare(Encoders.of("flux", Standard.T5_XXL, Standard.CLIP_L), Standard.AE)
                .wholeFrom("15", "22")
                .wholeFrom("27", "60");
    }
}
