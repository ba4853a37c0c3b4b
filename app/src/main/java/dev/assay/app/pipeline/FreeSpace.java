package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is. */
public final class FreeSpace {

    private FreeSpace() {}

    /** Free bytes where that folder is; -1 where nobody can tell. */
    public static long at(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException _) {
            return -1;
        }
    }
}
