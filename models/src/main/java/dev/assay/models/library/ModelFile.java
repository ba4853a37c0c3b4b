package dev.assay.models.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * A file in a model folder, as the file system shows it.
 *
 * @param path below the directory that was searched; links are not resolved
 * @param size bytes
 * @param modified when it last changed, as the file system says
 * @param fileKey what the file system tells it by whatever its path (on Linux and macOS device and inode); empty where
 *     it has no such thing
 */
public record ModelFile(Path path, long size, Instant modified, String fileKey) {

    /** As it is there now, links followed. */
    public static ModelFile at(Path path) throws IOException {
        return of(path, Files.readAttributes(path, BasicFileAttributes.class));
    }

    static ModelFile of(Path path, BasicFileAttributes attributes) {
        return new ModelFile(
                path,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                Optional.ofNullable(attributes.fileKey()).map(Object::toString).orElse(""));
    }

    /** Whether the file system shows the same file, unchanged, whatever its path. */
    public boolean isSameAs(ModelFile other) {
        return size == other.size && modified.equals(other.modified) && fileKey.equals(other.fileKey);
    }
}
