package dev.assay.models.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * When a file's entry in the file system last changed, in nanoseconds since 1970. Writing, renaming and setting times or
 * permissions all change it, and no program can set it back: as long as it is the same, so is the content.
 */
public final class ChangeTime {

    private ChangeTime() {}

    /** Empty where the file system has no such time (Windows), or does not tell it. */
    public static Optional<Long> of(Path file) {
        try {
            return Files.getAttribute(file, "unix:ctime") instanceof FileTime time
                    ? Optional.of(Stamp.nanos(time.toInstant()))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
