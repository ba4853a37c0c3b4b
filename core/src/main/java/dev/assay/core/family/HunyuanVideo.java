package dev.assay.core.family;

import java.util.List;
import java.util.Map;

/** Hunyuan Video, from text to film. */
final class HunyuanVideo {

    static final Family FAMILY = Family.flow(
            "hunyuan-video",
            "Hunyuan Video",
            Map.of("Hunyuan Video", Distillation.NONE),
            Architecture.HUNYUAN_VIDEO,
            new Latent("EmptyHunyuanLatentVideo", 16, new Latent.Size(848, 480), 0.1, 1.0, List.of()),
            Defaults.of("euler", "simple", "1", 20, "ComfyUI's Hunyuan Video example"),
            Flux1.GUIDED,
            Form.bare(
                            Encoders.of(
                                    "hunyuan_video",
                                    Standard.CLIP_L,
                                    Standard.of("llava_llama3_fp8_scaled.safetensors")),
                            Standard.of("hunyuan_video_vae_bf16.safetensors"))
                    .guided("6")
                    .shifted(Shift.sd3("7"))
                    .sampled(Course.GUIDED)
                    .making(Medium.Film.of(4, 73, "24")
                            .saved(Medium.Saving.WEBP)
                            .decodedInTiles())
                    .build());

    private HunyuanVideo() {}
}
