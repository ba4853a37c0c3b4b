package dev.assay.models.download;

/** What a model file is expected to be; decides which checks it must pass. */
public enum ModelFormat {
    SAFETENSORS,
    GGUF,
    /** A PyTorch file, which is a Python pickle, in a zip archive or bare. */
    PICKLE,
    /** Anything else: only what no model ever is (a web page, JSON, gzip) is refused. */
    OTHER,
    /** No model but workflows: JSON, a picture, an archive. A web page in their place is refused all the same. */
    WORKFLOW
}
