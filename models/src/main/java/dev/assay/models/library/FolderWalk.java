package dev.assay.models.library;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import dev.assay.models.download.PartNames;
import org.jspecify.annotations.Nullable;

/** Lists the files below a directory as ComfyUI does: through links, but never round in a circle. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_FILES = 200_000;

    private final List<ModelFile> files = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private FolderWalk() {}

    /** All files below the directory, none where it does not exist. */
    static FolderWalk of(Path directory) throws IOException {
        var walk = new FolderWalk();
        if (Files.isDirectory(directory)) {
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, walk);
        }
        return walk;
    }

    List<ModelFile> files() {
        return files;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isNamed(directory, ".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            // Links are followed, so that one that still is a link leads nowhere.
            unreadable.add(new Unreadable(file, "a link to nothing"));
        }
        if (attributes.isRegularFile() && !PartNames.isLeftover(file)) {
            files.add(new ModelFile(
                    file, attributes.size(), attributes.lastModifiedTime().toInstant()));
        }
        return files.size() < MAX_FILES ? FileVisitResult.CONTINUE : tooMany(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
        if (!(problem instanceof FileSystemLoopException)) {
            unreadable.add(Reasons.of(file, problem));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) {
        if (problem != null) {
            unreadable.add(Reasons.of(directory, problem));
        }
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult tooMany(Path file) {
        unreadable.add(new Unreadable(file, "and all after it: more than " + MAX_FILES + " files"));
        return FileVisitResult.TERMINATE;
    }

    private static boolean isNamed(Path path, String name) {
        return path.getFileName() != null && path.getFileName().toString().equals(name);
    }
}
