package dev.assay.core.family;

import java.util.Map;

/** HiDream I1 in its three makes, which the site does not tell apart. */
final class HiDream {

    static final Family FULL = family(
            "hidream-full",
            "HiDream I1 Full",
            Map.of("HiDream", Distillation.NONE),
            Defaults.of("uni_pc", "simple", "5", 50, "ComfyUI's HiDream example"),
            Sanity.ofCfg(Range.of("3", "7"), Range.of("2", "8"), "ComfyUI's HiDream example: CFG 5"),
            "3");

    static final Family DEV = family(
            "hidream-dev",
            "HiDream I1 Dev",
            Map.of(),
            Defaults.of("lcm", "normal", "1", 28, "ComfyUI's HiDream example"),
            unguided(),
            "6");

    static final Family FAST = family(
            "hidream-fast",
            "HiDream I1 Fast",
            Map.of(),
            Defaults.of("lcm", "normal", "1", 16, "ComfyUI's HiDream example"),
            unguided(),
            "3");

    private HiDream() {}

    private static Sanity unguided() {
        return Sanity.ofCfg(Range.of("1", "1"), Range.of("1", "1"), "it was distilled to need no CFG");
    }

    private static Family family(
            String id,
            String displayName,
            Map<String, Distillation> baseModels,
            Defaults defaults,
            Sanity sanity,
            String shift) {
        return Family.flow(
                id,
                displayName,
                baseModels,
                Architecture.HIDREAM,
                new Latent("EmptySD3LatentImage", 16, new Latent.Size(1024, 1024), 0.2, 2.2, StableDiffusionXl.BUCKETS),
                defaults,
                sanity,
                Form.bare(
                                Encoders.of(
                                        Standard.of("clip_l_hidream.safetensors"),
                                        Standard.of("clip_g_hidream.safetensors"),
                                        Standard.of("t5xxl_fp8_e4m3fn_scaled.safetensors", "t5xxl_fp16.safetensors"),
                                        Standard.of("llama_3.1_8b_instruct_fp8_scaled.safetensors")),
                                Standard.AE)
                        .shifted(Shift.sd3(shift))
                        .build());
    }
}
