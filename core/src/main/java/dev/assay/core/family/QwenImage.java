package dev.assay.core.family;

import java.util.Map;

/** Qwen-Image. */
final class QwenImage {

    static final Family FAMILY = Family.flow(
            "qwen-image",
            "Qwen-Image",
            Map.of("Qwen", Distillation.NONE),
            Architecture.QWEN_IMAGE,
            new Latent("EmptySD3LatentImage", 16, new Latent.Size(1328, 1328), 0.2, 3.7, StableDiffusionXl.BUCKETS),
            Defaults.of("euler", "simple", "2.5", 20, "ComfyUI's Qwen-Image example"),
            Sanity.ofCfg(Range.of("1", "5"), Range.of("1", "6"), "ComfyUI's Qwen-Image example: CFG 2.5"),
            Form.bare(Encoders.of("qwen_image", Standard.QWEN_2_5_VL), Standard.QWEN_IMAGE_VAE)
                    .shifted(Shift.auraFlow("3.1"))
                    .build());

    private QwenImage() {}
}
