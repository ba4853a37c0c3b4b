package dev.assay.core.family;

import java.util.Map;

/** AuraFlow, and Pony V7 which was grown from it. */
final class AuraFlow {

    static final Family FAMILY = Family.flow(
            "auraflow",
            "AuraFlow",
            Map.of("AuraFlow", Distillation.NONE, "Pony V7", Distillation.NONE),
            Architecture.AURAFLOW,
            new Latent("EmptyLatentImage", 16, new Latent.Size(1024, 1024), 0.2, 2.6, StableDiffusionXl.BUCKETS),
            Defaults.of("euler", "sgm_uniform", "3.5", 25, "ComfyUI's AuraFlow example"),
            Sanity.ofCfg(Range.of("2.5", "6"), Range.of("1.5", "8"), "ComfyUI's AuraFlow example: CFG 3.5"),
            Form.whole().shifted(Shift.auraFlow("1.73")).build());

    private AuraFlow() {}
}
