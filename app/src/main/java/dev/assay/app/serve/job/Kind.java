package dev.assay.app.serve.job;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a job does. */
public enum Kind {
    /** Proves an image and tells what it is made of. */
    SHOW,
    /** Fetches what is missing and writes the workflow. */
    MAKE,
    /** Tells what the workflows in ComfyUI's list need, or one of them, and plans what would make them run. */
    WORKFLOWS,
    /** Carries such a plan out. */
    FIX,
    /** Brings the library up to date with the disk. */
    SCAN,
    /** Runs a workflow that a job has written, or a file, on ComfyUI. */
    RUN,
    /** Holds a result against its original. */
    COMPARE;

    /** As it is called in documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
