package dev.assay.core.safetensors;

/** The family of diffusion models that a file is, or is made for. */
public enum Family {
    SD1("SD 1.x"),
    SD2("SD 2.x"),
    SDXL("SDXL"),
    SDXL_REFINER("SDXL refiner"),
    SD3("SD 3"),
    KOLORS("Kolors"),
    SVD("Stable Video Diffusion"),
    CASCADE("Stable Cascade"),
    AURAFLOW("AuraFlow"),
    PIXART("PixArt"),
    FLUX1("Flux.1"),
    FLUX2("Flux.2"),
    CHROMA("Chroma"),
    KREA2("Krea 2"),
    HIDREAM("HiDream"),
    LUMINA2("Lumina 2"),
    Z_IMAGE("Z-Image"),
    QWEN_IMAGE("Qwen-Image"),
    OMNIGEN2("OmniGen2"),
    ANIMA("Anima"),
    COSMOS("Cosmos"),
    HUNYUAN_DIT("Hunyuan DiT"),
    HUNYUAN_VIDEO("Hunyuan Video"),
    HUNYUAN_3D("Hunyuan 3D"),
    WAN("Wan"),
    LTXV("LTX-Video"),
    MOCHI("Mochi"),
    COGVIDEOX("CogVideoX"),
    KANDINSKY5("Kandinsky 5"),
    SEEDVR2("SeedVR2"),
    ACE_STEP("ACE-Step"),
    STABLE_AUDIO("Stable Audio"),
    UNKNOWN("unknown");

    private final String words;

    Family(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
