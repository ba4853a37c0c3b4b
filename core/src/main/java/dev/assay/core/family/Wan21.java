package dev.assay.core.family;

import java.util.List;
import java.util.Map;

/** Wan 2.1, from text to film. */
final class Wan21 {

    static final Sanity SANITY = Sanity.ofCfg(Range.of("3", "7"), Range.of("1", "8"), "ComfyUI's Wan examples: CFG 6");

    static final Family SMALL = family(
            "wan21-t2v-1.3b",
            "Wan 2.1 T2V 1.3B",
            Map.of("Wan Video 1.3B t2v", Distillation.NONE),
            Architecture.WAN_1_3B);

    static final Family LARGE = family(
            "wan21-t2v-14b",
            "Wan 2.1 T2V 14B",
            Map.of("Wan Video", Distillation.NONE, "Wan Video 14B t2v", Distillation.NONE),
            Architecture.WAN_14B);

    /** From a picture to film; the two labels differ in the size that they were trained on. */
    static final Family TO_FILM = Family.flow(
            "wan21-i2v-14b",
            "Wan 2.1 I2V 14B",
            Map.of("Wan Video 14B i2v 480p", Distillation.NONE, "Wan Video 14B i2v 720p", Distillation.NONE),
            Architecture.WAN_14B,
            latent("EmptyHunyuanLatentVideo", 16),
            Defaults.of("uni_pc", "simple", "6", 20, "ComfyUI's Wan example"),
            SANITY,
            form(Standard.WAN_2_1_VAE)
                    .making(Medium.Film.of(4, 33, "16").saved(Medium.Saving.WEBP))
                    .seenBy(Standard.of("clip_vision_h.safetensors"))
                    .build());

    private Wan21() {}

    private static Family family(
            String id, String displayName, Map<String, Distillation> baseModels, Architecture architecture) {
        return Family.flow(
                id,
                displayName,
                baseModels,
                architecture,
                latent("EmptyHunyuanLatentVideo", 16),
                Defaults.of("uni_pc", "simple", "6", 30, "ComfyUI's Wan example"),
                SANITY,
                form(Standard.WAN_2_1_VAE)
                        .making(Medium.Film.of(4, 33, "16").saved(Medium.Saving.WEBP))
                        .build());
    }

    static Latent latent(String node, int multiple) {
        return new Latent(node, multiple, new Latent.Size(832, 480), 0.1, 1.0, List.of());
    }

    static FormBuilder form(Standard vae) {
        return Form.bare(Encoders.of("wan", Standard.UMT5_XXL), vae).shifted(Shift.sd3("8"));
    }
}
