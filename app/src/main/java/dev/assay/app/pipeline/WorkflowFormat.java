package dev.assay.app.pipeline;

/** The two forms of a ComfyUI workflow. */
public enum WorkflowFormat {
    /** What the browser opens. */
    UI,
    /** What the engine runs. */
    API
}
