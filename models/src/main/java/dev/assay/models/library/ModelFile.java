package dev.assay.models.library;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file in a model folder.
 *
 * @param path below the directory that was searched; links are not resolved
 * @param size bytes
 * @param modified when it last changed, as the file system says
 */
public record ModelFile(Path path, long size, Instant modified) {}
