package dev.assay.models.library;

import java.io.IOException;
import java.nio.file.Path;

import dev.assay.core.disk.DiskWords;

/** Says in words why a file could not be read. */
public final class Reasons {

    private Reasons() {}

    public static Unreadable of(Path path, IOException problem) {
        return new Unreadable(path, DiskWords.of(problem));
    }
}
