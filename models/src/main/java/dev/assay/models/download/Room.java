package dev.assay.models.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the disk has room for what is still to come. */
record Room(Disk disk, Path directory) {

    /** Left free for everybody else, in bytes; for small files less, which then need no large disk. */
    private static final long MARGIN = 32L << 20;

    private static final int SHARE = 8;

    /** The end, where the rest of a file of that size does not fit; otherwise empty. */
    Optional<Attempt> lacking(long total, PartFile part, PartState state) throws IOException {
        var reserved = state.reserved() && part.length() > 0;
        var needed = reserved ? 0 : Math.max(0, total - part.coverage().bytes()) + Math.min(MARGIN, total / SHARE);
        var free = disk.usableSpace(directory);
        return free < needed
                ? Optional.of(new Attempt.End(new DownloadResult.NoSpace(needed, free)))
                : Optional.empty();
    }
}
