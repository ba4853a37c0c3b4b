package dev.assay.core.family;

import java.util.Map;

/** Flux.1 Kontext dev, which changes a picture that goes along with the prompt. */
final class Flux1Kontext {

    static final Family FAMILY = Flux1.family(
            "flux1-kontext",
            "Flux.1 Kontext",
            Map.of("Flux.1 Kontext", Distillation.NONE),
            Defaults.of("euler", "simple", "1", 20, "ComfyUI's Flux Kontext example"),
            Flux1.GUIDED,
            Flux1.form().guided("2.5").zeroed().opening(Opening.REFERENCE));

    private Flux1Kontext() {}
}
