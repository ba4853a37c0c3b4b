package dev.assay.core.family;

import java.util.Map;

/** Flux.2 klein in its two sizes, each distilled to few steps or as a base that takes CFG. */
final class Flux2Klein {

    private static final Defaults BASE =
            Defaults.of("euler", "Flux2Scheduler", "5", 20, "ComfyUI's Flux.2 klein templates");
    private static final Defaults DISTILLED =
            Defaults.of("euler", "Flux2Scheduler", "1", 4, "ComfyUI's Flux.2 klein templates");

    static final Family SMALL = family(
            "flux2-klein-4b",
            "Flux.2 klein 4B",
            Architecture.FLUX2_KLEIN_4B,
            Map.of("Flux.2 Klein 4B", Distillation.TURBO, "Flux.2 Klein 4B-base", Distillation.NONE),
            Standard.of("qwen_3_4b.safetensors", "qwen_3_4b_fp8_mixed.safetensors"));

    static final Family LARGE = family(
            "flux2-klein-9b",
            "Flux.2 klein 9B",
            Architecture.FLUX2_KLEIN_9B,
            Map.of("Flux.2 Klein 9B", Distillation.TURBO, "Flux.2 Klein 9B-base", Distillation.NONE),
            Standard.of("qwen_3_8b.safetensors", "qwen_3_8b_fp8mixed.safetensors"));

    private Flux2Klein() {}

    private static Family family(
            String id,
            String displayName,
            Architecture architecture,
            Map<String, Distillation> baseModels,
            Standard encoder) {
        return Flux2.family(
                        id,
                        displayName,
                        architecture,
                        baseModels,
                        BASE,
                        Sanity.ofCfg(
                                Range.of("2", "8"), Range.of("1", "20"), "ComfyUI's Flux.2 klein templates: CFG 5"),
                        Flux2.form(encoder).zeroed())
                .distilled(Map.of(Distillation.TURBO, DISTILLED));
    }
}
