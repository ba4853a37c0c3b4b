package dev.assay.models.download;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a failed write means: no room, or no permission. */
final class DiskTrouble {

    /** Less than this is a full disk, whatever the message says and in whatever language. */
    private static final long FULL = 1 << 20;

    private DiskTrouble() {}

    static DownloadResult explain(Disk disk, DownloadRequest request, IOException e) {
        var message =
                Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
        var free = free(disk, request.directory());
        if (free < FULL || saysFull(message)) {
            return new DownloadResult.NoSpace(Math.max(FULL, missing(request)), free);
        }
        var path = e instanceof FileSystemException problem && problem.getFile() != null
                ? Path.of(problem.getFile())
                : request.directory();
        return new DownloadResult.CannotWrite(path, reason(e).orElse(message));
    }

    /** Why, without the path, which is told anyway. */
    private static Optional<String> reason(IOException e) {
        return e instanceof AccessDeniedException
                ? Optional.of("no permission")
                : e instanceof FileSystemException problem
                        ? Optional.ofNullable(problem.getReason())
                        : Optional.empty();
    }

    private static boolean saysFull(String message) {
        var text = message.toLowerCase(Locale.ROOT);
        return Stream.of("no space left", "not enough space", "quota exceeded").anyMatch(text::contains);
    }

    private static long missing(DownloadRequest request) {
        try {
            return request.size().min() - Files.size(PartNames.part(request));
        } catch (IOException _) {
            return request.size().min();
        }
    }

    private static long free(Disk disk, Path directory) {
        try {
            return disk.usableSpace(directory);
        } catch (IOException _) {
            return Long.MAX_VALUE;
        }
    }
}
