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
import java.util.Set;

import dev.assay.models.download.PartNames;
import dev.assay.models.quarantine.Quarantine;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files below a directory as ComfyUI does: through links, but never round in a circle. What Assay itself has
 * put aside or not finished is left out.
 */
public final class FolderWalk extends SimpleFileVisitor<Path> {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_FILES = 200_000;

    private final List<ModelFile> files = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private final Path start;
    private final Set<Path> without;

    private FolderWalk(Path start, Set<Path> without) {
        this.start = start;
        this.without = without;
    }

    /** All files below the directory, none where it does not exist. */
    public static FolderWalk of(Path directory) throws IOException {
        return of(directory, Set.of());
    }

    /** The same without some of the directories below. */
    public static FolderWalk of(Path directory, Set<Path> without) throws IOException {
        var walk = new FolderWalk(directory, without);
        if (Files.isDirectory(directory)) {
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, walk);
        }
        return walk;
    }

    public List<ModelFile> files() {
        return List.copyOf(files);
    }

    public List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isNamed(directory, ".git") || isNamed(directory, Quarantine.FOLDER) || without.contains(directory)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            // Links are followed, so that one that still is a link leads nowhere.
            unreadable.add(Unreadable.dangling(file));
        }
        if (attributes.isRegularFile() && !PartNames.isLeftover(file)) {
            files.add(ModelFile.of(file, attributes));
        }
        return files.size() < MAX_FILES ? FileVisitResult.CONTINUE : tooMany();
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

    private FileVisitResult tooMany() {
        unreadable.add(new Unreadable(start, "more than " + MAX_FILES + " files; the others are left out"));
        return FileVisitResult.TERMINATE;
    }

    private static boolean isNamed(Path path, String name) {
        return path.getFileName() != null && path.getFileName().toString().equals(name);
    }
}
