package dev.assay.models.download;

import java.io.IOException;
import java.nio.file.Files;

/** What an unfinished download has left. */
public final class Leftover {

    private Leftover() {}

    /**
     * How many bytes of the disk the part of a download occupies already, which it will not need again.
     *
     * @return 0 where there is none
     */
    public static long bytes(DownloadRequest request) {
        try {
            var size = Files.size(PartNames.part(request));
            var state =
                    PartState.parse(Files.readString(PartNames.lock(request)).strip());
            return state.reserved() ? Math.max(size, state.total().orElse(size)) : size;
        } catch (IOException _) {
            return 0;
        }
    }
}
