package dev.assay.models.scan;

import java.nio.file.Path;
import java.util.Optional;

import dev.assay.models.folder.FolderKind;
import dev.assay.models.library.ModelFile;

/** A model file that is there. */
record Seen(ModelFile file, Path root, Optional<FolderKind> folder) {}
