package dev.assay.models.scan;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import dev.assay.models.library.Unreadable;
import dev.assay.models.store.StoredFile;

/**
 * What a scan came to.
 *
 * @param files model files that are there
 * @param unchanged of these, files that did not need to be read
 * @param moved of these, files that were known under another path, and only looked at
 * @param read of these, files that were read from start to end
 * @param bytesRead how many bytes that were
 * @param missing files that were there at the last scan and are no longer
 * @param damaged files that cannot be what their names say
 * @param unstable files that changed while they were read; they are not recorded
 * @param unreadable files and folders that could not be read
 * @param cancelled whether it was ended before it was through; what was read is recorded
 */
public record ScanReport(
        int files,
        int unchanged,
        int moved,
        int read,
        long bytesRead,
        int missing,
        List<StoredFile> damaged,
        List<Path> unstable,
        List<Unreadable> unreadable,
        boolean cancelled) {

    public ScanReport {
        damaged =
                damaged.stream().sorted(Comparator.comparing(StoredFile::path)).toList();
        unstable = List.copyOf(unstable);
        unreadable = List.copyOf(unreadable);
    }
}
