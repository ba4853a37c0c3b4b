package dev.assay.core.family;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stable Diffusion 1.4 and 1.5. */
final class StableDiffusion1 {

    static final Family FAMILY = new Family(
            "sd1",
            "Stable Diffusion 1.5",
            Map.of(
                    "SD 1.4", Distillation.NONE,
                    "SD 1.5", Distillation.NONE,
                    "SD 1.5 LCM", Distillation.LCM,
                    "SD 1.5 Hyper", Distillation.HYPER),
            "sd1",
            Architecture.SD1,
            Family.ClipSkipRule.COUNTS,
            new Latent(
                    "EmptyLatentImage",
                    8,
                    new Latent.Size(512, 768),
                    0,
                    0.8,
                    List.of(new Latent.Size(512, 512), new Latent.Size(512, 768))),
            Distillation.NONE.defaults(),
            Map.of(),
            Sanity.ofCfg(Range.of("3", "15"), Range.of("3", "15"), "ComfyUI's examples: CFG 7 to 8"),
            false,
            true,
            Optional.of("SD1"),
            Form.whole().build());

    private StableDiffusion1() {}
}
