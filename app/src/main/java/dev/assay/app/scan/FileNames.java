package dev.assay.app.scan;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The files to look into: those that are named, and those in folders that are named and below. Links are followed, and
 * never round in a circle; what is hidden is left out.
 */
public final class FileNames {

    private static final Set<String> LOOKED_INTO = Set.of(
            "json", "png", "webp", "jpg", "jpeg", "jxl", "avif", "gif", "mp4", "m4v", "mov", "webm", "mkv", "flac",
            "mp3", "ogg", "wav", "zip");

    private static final int MAX_DEPTH = 32;

    private final Path directory;
    private final List<String> files = new ArrayList<>();
    private final List<String> unlisted = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    /** Each file once, however often it is named, by the name that it was first given. */
    private final Map<Path, String> known = new HashMap<>();

    /**
     * @param directory what relative names start from
     */
    private FileNames(Path directory) {
        this.directory = directory;
    }

    /** Lists them; nothing is read. */
    public static FileNames of(Path directory, List<String> names) {
        var list = new FileNames(directory);
        names.forEach(list::add);
        return list;
    }

    /** The same, where some have other names by now. */
    public FileNames renamed(Map<String, String> others) {
        var list = new FileNames(directory);
        files.forEach(file -> list.files.add(others.getOrDefault(file, file)));
        named.forEach(file -> list.named.add(others.getOrDefault(file, file)));
        list.unlisted.addAll(unlisted);
        return list;
    }

    /** By name; what the user named stands where they named it. */
    public List<String> names() {
        return Collections.unmodifiableList(files);
    }

    /** Whether the user named that very file: then it matters if it is no workflow. */
    boolean isNamed(String file) {
        return named.contains(file);
    }

    /** Folders that could not be listed. */
    List<String> unlisted() {
        return List.copyOf(unlisted);
    }

    private void add(String name) {
        try {
            var path = directory.resolve(name);
            if (Files.isDirectory(path)) {
                inside(name, path);
                return;
            }
            named.add(take(path, name));
        } catch (InvalidPathException _) {
            // It is told when it is read.
            files.add(name);
            named.add(name);
        }
    }

    private String take(Path path, String name) {
        var first = known.putIfAbsent(path.toAbsolutePath().normalize(), name);
        if (first != null) {
            return first;
        }
        files.add(name);
        return name;
    }

    private void inside(String name, Path folder) {
        var here = new ArrayList<String>();
        var base = Path.of(name);
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new SimpleFileVisitor<Path>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
                            return !one.equals(folder) && isHidden(one)
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            // A link that leads nowhere stands for itself: somebody takes it for a workflow.
                            var counts = attributes.isRegularFile() || attributes.isSymbolicLink();
                            if (counts && !isHidden(file) && isLookedInto(file)) {
                                here.add(base.resolve(folder.relativize(file)).toString());
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException problem) {
                            if (!(problem instanceof FileSystemLoopException)) {
                                unlisted.add(
                                        base.resolve(folder.relativize(file)).toString());
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException _) {
            unlisted.add(name);
        }
        Collections.sort(here);
        here.forEach(one -> take(directory.resolve(one), one));
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static boolean isLookedInto(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot > 0 && LOOKED_INTO.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
