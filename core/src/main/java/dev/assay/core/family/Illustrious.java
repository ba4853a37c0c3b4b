package dev.assay.core.family;

import java.util.Map;

/** Illustrious XL. */
final class Illustrious {

    static final Family FAMILY = StableDiffusionXl.family(
            "illustrious",
            "Illustrious",
            Map.of("Illustrious", Distillation.NONE),
            new Latent.Size(832, 1216),
            Sanity.ofCfg(Range.of("3", "8"), Range.of("2", "10"), "model cards: CFG 5 to 7"));

    private Illustrious() {}
}
