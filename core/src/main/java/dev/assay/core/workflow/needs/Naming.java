package dev.assay.core.workflow.needs;

/** How a workflow names a model, which says what a file must be called to be found. */
public enum Naming {
    /** As ComfyUI lists it: the name below the folder, letter by letter. */
    LISTED("listed"),
    /** By a LoRA tag or a pack's own list: without folder or extension as often as not. */
    STEM("stem"),
    /** By an {@code embedding:} token: the extension may be left out. */
    EMBEDDING("embedding"),
    /** By its AIR; what the file is called is for the node to say. */
    AIR("air");

    private final String word;

    Naming(String word) {
        this.word = word;
    }

    /** For programs. */
    public String word() {
        return word;
    }
}
