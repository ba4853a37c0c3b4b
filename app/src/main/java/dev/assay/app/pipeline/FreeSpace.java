package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much room there is. */
public final class FreeSpace {

    private FreeSpace() {}

    /** Free bytes where that folder is, or would be; -1 where nobody can tell. */
    public static long at(Path folder) {
        try {
            var store = store(folder);
            return store.isPresent() ? store.get().getUsableSpace() : -1;
        } catch (IOException _) {
            return -1;
        }
    }

    /** The disk that a folder is on, or would be; empty where nobody can tell. */
    static Optional<FileStore> store(Path folder) {
        var there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null ? Optional.empty() : Optional.of(Files.getFileStore(there));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
