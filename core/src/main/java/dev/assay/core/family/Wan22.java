package dev.assay.core.family;

import java.util.List;
import java.util.Map;

/** Wan 2.2: two experts of 14B that share the steps, and one model of 5B with a VAE of its own. */
final class Wan22 {

    static final Family TEXT_TO_FILM_14B = Family.flow(
            "wan22-t2v-a14b",
            "Wan 2.2 T2V A14B",
            Map.of("Wan Video 2.2 T2V-A14B", Distillation.NONE),
            Architecture.WAN_14B,
            Wan21.latent("EmptyHunyuanLatentVideo", 16),
            Defaults.of("euler", "simple", "3.5", 20, "ComfyUI's Wan 2.2 example"),
            Wan21.SANITY,
            Wan21.form(Standard.WAN_2_1_VAE)
                    .sampledByExperts(
                            Standard.of("wan2.2_t2v_high_noise_14B_fp8_scaled.safetensors"),
                            Standard.of("wan2.2_t2v_low_noise_14B_fp8_scaled.safetensors"))
                    .making(Medium.Film.of(4, 81, "16"))
                    .build());

    static final Family PICTURE_TO_FILM_14B = Family.flow(
            "wan22-i2v-a14b",
            "Wan 2.2 I2V A14B",
            Map.of("Wan Video 2.2 I2V-A14B", Distillation.NONE),
            Architecture.WAN_14B,
            Wan21.latent("EmptyHunyuanLatentVideo", 16),
            Defaults.of("euler", "simple", "3.5", 20, "ComfyUI's Wan 2.2 example"),
            Wan21.SANITY,
            Wan21.form(Standard.WAN_2_1_VAE)
                    .sampledByExperts(
                            Standard.of("wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors"),
                            Standard.of("wan2.2_i2v_low_noise_14B_fp8_scaled.safetensors"))
                    .making(Medium.Film.of(4, 81, "16"))
                    .opening(Opening.FIRST_FRAME)
                    .build());

    static final Family BOTH_5B = Family.flow(
            "wan22-ti2v-5b",
            "Wan 2.2 TI2V 5B",
            Map.of("Wan Video 2.2 TI2V-5B", Distillation.NONE),
            Architecture.WAN_5B,
            new Latent("Wan22ImageToVideoLatent", 32, new Latent.Size(1280, 704), 0.1, 1.0, List.of()),
            Defaults.of("uni_pc", "simple", "5", 30, "ComfyUI's Wan 2.2 example"),
            Wan21.SANITY,
            Wan21.form(Standard.of("wan2.2_vae.safetensors"))
                    .making(Medium.Film.of(4, 121, "24"))
                    .opening(Opening.OPTIONAL_FRAME)
                    .build());

    private Wan22() {}
}
