package dev.assay.core.family;

import java.util.Map;

/** NoobAI XL, whose v-prediction versions carry the same label as the others. */
final class NoobAi {

    static final Family FAMILY = StableDiffusionXl.family(
            "noobai",
            "NoobAI",
            Map.of("NoobAI", Distillation.NONE),
            new Latent.Size(832, 1216),
            Sanity.ofCfg(Range.of("3", "8"), Range.of("2", "10"), "NoobAI's card: CFG 5 to 6"));

    private NoobAi() {}
}
