package dev.assay.core.family;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stable Diffusion 2, whose 768 versions predict v, which ComfyUI sees by itself. */
final class StableDiffusion2 {

    static final Family FAMILY = new Family(
            "sd2",
            "Stable Diffusion 2",
            Map.of(
                    "SD 2.0", Distillation.NONE,
                    "SD 2.0 768", Distillation.NONE,
                    "SD 2.1", Distillation.NONE,
                    "SD 2.1 768", Distillation.NONE),
            "sd2",
            Architecture.SD2,
            Family.ClipSkipRule.PENULTIMATE,
            new Latent("EmptyLatentImage", 8, new Latent.Size(768, 768), 0.2, 1.0, List.of(new Latent.Size(768, 768))),
            Distillation.NONE.defaults(),
            Map.of(),
            Sanity.ofCfg(Range.of("3", "15"), Range.of("3", "15"), "ComfyUI's examples: CFG 7 to 8"),
            false,
            false,
            Optional.empty(),
            Form.whole().build());

    private StableDiffusion2() {}
}
