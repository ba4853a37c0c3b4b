package dev.assay.app.serve.job;

import java.util.List;
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
    COMPARE,
    /** Pins everything that workflows need. */
    LOCK,
    /** Compares this computer with such a lock; for an agreed plan, fetches what it lacks. */
    SYNC,
    /** Looks at configuration, key, folders, connection and ComfyUI. */
    DOCTOR,
    /** Says what models are that are named by themselves; for an agreed plan, gets them. */
    GET;

    /** All of them, as they are called in documents. */
    public static List<String> keys() {
        return Stream.of(values()).map(Kind::key).toList();
    }

    /** As it is called in documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
