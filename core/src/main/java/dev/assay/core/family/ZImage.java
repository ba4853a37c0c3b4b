package dev.assay.core.family;

import java.util.Map;

/** Z-Image, distilled (Turbo) and as a base that takes CFG. */
final class ZImage {

    static final Family FAMILY = Family.flow(
                    "z-image",
                    "Z-Image",
                    Map.of("ZImageTurbo", Distillation.TURBO, "ZImageBase", Distillation.NONE),
                    Architecture.Z_IMAGE,
                    new Latent(
                            "EmptySD3LatentImage",
                            16,
                            new Latent.Size(1024, 1024),
                            0.2,
                            4.2,
                            StableDiffusionXl.BUCKETS),
                    Defaults.of("euler", "simple", "4", 25, "ComfyUI's Z-Image template"),
                    Sanity.ofCfg(Range.of("3", "5"), Range.of("2", "7"), "ComfyUI's Z-Image template: CFG 3 to 5"),
                    Form.bare(
                                    Encoders.of(
                                            "lumina2",
                                            Standard.of("qwen_3_4b.safetensors", "qwen_3_4b_fp8_mixed.safetensors")),
                                    Standard.AE)
                            .shifted(Shift.auraFlow("3"))
                            .zeroed()
                            .build())
            .distilled(Map.of(
                    Distillation.TURBO, Defaults.of("euler", "simple", "1", 9, "ComfyUI's Z-Image Turbo template")));

    private ZImage() {}
}
