package dev.assay.core.family;

import java.util.Map;

/** Chroma, grown from Flux.1 schnell: with a negative prompt and real CFG. */
final class Chroma {

    static final Family FAMILY = Family.flow(
            "chroma",
            "Chroma",
            Map.of("Chroma", Distillation.NONE),
            Architecture.CHROMA,
            new Latent("EmptySD3LatentImage", 16, new Latent.Size(1024, 1024), 0.2, 2.2, StableDiffusionXl.BUCKETS),
            Defaults.of("euler", "simple", "4", 30, "ComfyUI's Chroma example"),
            Sanity.ofCfg(Range.of("2.5", "5.5"), Range.of("1", "7"), "ComfyUI's Chroma example: CFG 4"),
            Form.bare(Encoders.of("chroma", Standard.T5_XXL).withoutPadding(), Standard.AE)
                    .build());

    private Chroma() {}
}
