package dev.assay.models.inspect;

/** The form in which a file holds its tensors, by its content. */
public enum Container {
    SAFETENSORS("safetensors"),
    GGUF("GGUF"),
    /** PyTorch's own form since 1.6: pickles in a zip archive. */
    TORCH_ZIP("PyTorch archive"),
    /** A bare Python pickle: PyTorch's older form. */
    PICKLE("pickle"),
    UNKNOWN("unknown");

    private final String words;

    Container(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
