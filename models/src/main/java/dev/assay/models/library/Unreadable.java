package dev.assay.models.library;

import java.nio.file.Path;

/** A file or folder that could not be read, and why. */
public record Unreadable(Path path, String reason) {}
