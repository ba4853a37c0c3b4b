package dev.assay.core.family;

import java.util.List;
import java.util.Map;

/** Hunyuan Video, from text or a picture to film. */
final class HunyuanVideo {

    static final Family FAMILY =
            family("hunyuan-video", "Hunyuan Video", Map.of("Hunyuan Video", Distillation.NONE), form());

    /** The site labels it as the other; its name or its tensors tell. */
    static final Family TO_FILM = family(
            "hunyuan-video-i2v",
            "Hunyuan Video I2V",
            Map.of(),
            form().toldBy(Standard.of("llava_llama3_vision.safetensors")));

    private HunyuanVideo() {}

    private static Family family(
            String id, String displayName, Map<String, Distillation> baseModels, FormBuilder form) {
        return Family.flow(
                id,
                displayName,
                baseModels,
                Architecture.HUNYUAN_VIDEO,
                new Latent("EmptyHunyuanLatentVideo", 16, new Latent.Size(848, 480), 0.1, 1.0, List.of()),
                Defaults.of("euler", "simple", "1", 20, "ComfyUI's Hunyuan Video example"),
                Flux1.GUIDED,
                form.build());
    }

    private static FormBuilder form() {
        return Form.bare(
                        Encoders.of(
                                "hunyuan_video", Standard.CLIP_L, Standard.of("llava_llama3_fp8_scaled.safetensors")),
                        Standard.of("hunyuan_video_vae_bf16.safetensors"))
                .guided("6")
                .shifted(Shift.sd3("7"))
                .sampled(Course.GUIDED)
                .making(Medium.Film.of(4, 73, "24").saved(Medium.Saving.WEBP).decodedInTiles());
    }
}
