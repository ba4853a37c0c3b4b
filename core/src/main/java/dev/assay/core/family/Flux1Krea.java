package dev.assay.core.family;

import java.util.Map;

/** Flux.1 Krea dev, which takes its guidance as trained unless it is told another. */
final class Flux1Krea {

    static final Family FAMILY = Flux1.family(
            "flux1-krea",
            "Flux.1 Krea",
            Map.of("Flux.1 Krea", Distillation.NONE),
            Defaults.of("euler", "simple", "1", 20, "ComfyUI's Flux Krea template"),
            Flux1.GUIDED,
            Flux1.form().guided("3.5").zeroed());

    private Flux1Krea() {}
}
