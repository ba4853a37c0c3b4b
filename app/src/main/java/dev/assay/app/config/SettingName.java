package dev.assay.app.config;

import java.util.List;

/** Everything that can be set. A new setting is one new constant. */
public enum SettingName {
    API_KEY("API key", "", "CIVITAI_API_KEY CIVITAI_TOKEN", "api-key", true),
    COMFY_ROOT("ComfyUI folder", "--comfy", "COMFYUI_ROOT", "comfy", false),
    COMFY_URL("ComfyUI server", "--comfy-url", "COMFYUI_URL", "comfy-url", false),
    SITE("site", "--civitai-url", "ASSAY_CIVITAI_URL", "civitai-url", false),
    HUGGING_FACE("Hugging Face", "", "ASSAY_HUGGINGFACE_URL", "huggingface-url", false),
    HUGGING_FACE_TOKEN("Hugging Face token", "", "HF_TOKEN HUGGING_FACE_HUB_TOKEN", "huggingface-token", true),
    HOME("Assay's own data", "", "ASSAY_HOME", "home", false);

    private final String words;
    private final String flag;
    private final String variables;
    private final String key;
    private final boolean secret;

    SettingName(String words, String flag, String variables, String key, boolean secret) {
        this.words = words;
        this.flag = flag;
        this.variables = variables;
        this.key = key;
        this.secret = secret;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** The flag that sets it; empty where there is none (a key on the command line would show in {@code ps}). */
    public String flag() {
        return flag;
    }

    /** The environment variables that set it, the first that is set wins. */
    public List<String> variables() {
        return List.of(variables.split(" ", -1));
    }

    /** Its key in {@code config.toml}. */
    public String key() {
        return key;
    }

    /** Whether its value must never be shown. */
    public boolean secret() {
        return secret;
    }
}
