package dev.assay.core.gguf;

import java.util.Map;

import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;

/** What {@code general.architecture} stands for: a word that the converter wrote, and so second to the tensors. */
final class StatedArchitecture {

    /** ComfyUI-GGUF's words for diffusion models; a new one is a row. */
    private static final Map<String, Family> DIFFUSION_MODELS = Map.ofEntries(
            Map.entry("sd1", Family.SD1),
            Map.entry("sdxl", Family.SDXL),
            Map.entry("sd3", Family.SD3),
            Map.entry("aura", Family.AURAFLOW),
            Map.entry("flux", Family.FLUX1),
            Map.entry("flux2", Family.FLUX2),
            Map.entry("chroma", Family.CHROMA),
            Map.entry("hidream", Family.HIDREAM),
            Map.entry("lumina2", Family.LUMINA2),
            Map.entry("qwen_image", Family.QWEN_IMAGE),
            Map.entry("cosmos", Family.COSMOS),
            Map.entry("ltxv", Family.LTXV),
            Map.entry("hyvid", Family.HUNYUAN_VIDEO),
            Map.entry("wan", Family.WAN));

    private StatedArchitecture() {}

    static Architecture of(Gguf.Header header) {
        var seen = Architecture.of(header.tensors());
        var stated = DIFFUSION_MODELS.get(header.metadata().getOrDefault("general.architecture", ""));
        var tells = seen.family() != Family.UNKNOWN
                || (seen.kind() != ModelKind.UNKNOWN && seen.kind() != ModelKind.UNET_ONLY);
        return stated == null || tells
                ? seen
                : new Architecture(ModelKind.UNET_ONLY, stated, seen.vPrediction(), seen.zeroTerminalSnr());
    }
}
