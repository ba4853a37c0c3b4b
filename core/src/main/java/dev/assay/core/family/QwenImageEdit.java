package dev.assay.core.family;

import java.math.BigDecimal;
import java.util.Map;

import dev.assay.core.json.Json;

/** Qwen-Image-Edit, whose text encoder looks at the picture that is changed; the later ones look at up to three. */
final class QwenImageEdit {

    static final Family FIRST = family("qwen-image-edit", "Qwen-Image-Edit", Opening.READ);

    static final Family PLUS = family("qwen-image-edit-plus", "Qwen-Image-Edit 2509 and later", Opening.READ_SEVERAL);

    private QwenImageEdit() {}

    private static Family family(String id, String displayName, Opening opening) {
        return Family.flow(
                id,
                displayName,
                Map.of(),
                Architecture.QWEN_IMAGE,
                QwenImage.FAMILY.latent(),
                Defaults.of("euler", "simple", "2.5", 20, "ComfyUI's Qwen-Image-Edit example"),
                QwenImage.FAMILY.sanity(),
                Form.bare(Encoders.of("qwen_image", Standard.QWEN_2_5_VL), Standard.QWEN_IMAGE_VAE)
                        .shifted(Shift.auraFlow("3"))
                        .patched("CFGNorm", Map.of("strength", Json.of(BigDecimal.ONE)))
                        .opening(opening)
                        .build());
    }
}
