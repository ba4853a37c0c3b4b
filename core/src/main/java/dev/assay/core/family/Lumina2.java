package dev.assay.core.family;

import java.util.Map;

/** Lumina Image 2.0, which is told by a preamble what it is. */
final class Lumina2 {

    static final Family FAMILY = Family.flow(
            "lumina2",
            "Lumina 2",
            Map.of("Lumina", Distillation.NONE),
            Architecture.LUMINA2,
            new Latent("EmptySD3LatentImage", 16, new Latent.Size(1024, 1024), 0.2, 2.2, StableDiffusionXl.BUCKETS),
            Defaults.of("res_multistep", "simple", "4", 25, "ComfyUI's Lumina 2 example"),
            Sanity.ofCfg(Range.of("3", "6"), Range.of("2", "8"), "ComfyUI's Lumina 2 example: CFG 4"),
            Form.whole()
                    .encoders(Encoders.of("lumina2", Standard.of("gemma_2_2b_fp16.safetensors")))
                    .vae(Standard.AE)
                    .shifted(Shift.auraFlow("6"))
                    .preamble("You are an assistant designed to generate superior images with the superior degree of"
                            + " image-text alignment based on textual prompts or user prompts. <Prompt Start> ")
                    .build());

    private Lumina2() {}
}
