package dev.assay.core.family;

import java.util.Map;

/** Pony Diffusion V6 XL. Its score tags say nothing about CFG; only a distilled merge of it wants 2 to 3. */
final class Pony {

    static final Family FAMILY = StableDiffusionXl.family(
            "pony",
            "Pony Diffusion V6 XL",
            Map.of("Pony", Distillation.NONE),
            new Latent.Size(832, 1216),
            Sanity.ofCfg(Range.of("4", "8"), Range.of("2.5", "12"), "presets and reference images: CFG 7"));

    private Pony() {}
}
