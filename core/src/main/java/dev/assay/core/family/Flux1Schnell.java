package dev.assay.core.family;

import java.util.Map;

/** Flux.1 schnell: four steps, and no guidance to be told. */
final class Flux1Schnell {

    static final Family FAMILY = Flux1.family(
                    "flux1-schnell",
                    "Flux.1 schnell",
                    Map.of("Flux.1 S", Distillation.TURBO),
                    Defaults.of("euler", "simple", "1", 4, "ComfyUI's Flux example"),
                    Distillation.SANITY,
                    Flux1.form())
            .distilled(Map.of(Distillation.TURBO, Defaults.of("euler", "simple", "1", 4, "ComfyUI's Flux example")));

    private Flux1Schnell() {}
}
