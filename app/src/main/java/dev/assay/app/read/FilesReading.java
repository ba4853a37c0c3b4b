package dev.assay.app.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Reads many files, as many at a time as there are processors, and hands the results on in the order of the files. */
public final class FilesReading {

    /** A slow file may hold up the order; meanwhile so many more for each processor are read, and no more are held. */
    private static final int AHEAD = 4;

    private final Path directory;
    private final int processors;

    /**
     * @param directory what relative names start from
     * @param processors how many files to read at a time, at least
     */
    public FilesReading(Path directory, int processors) {
        this.directory = directory;
        this.processors = processors;
    }

    /**
     * The names of all files: a folder stands for those in it and below, by name, without hidden ones. What does not exist
     * stays, and is told when it is read.
     */
    public List<String> files(List<String> named) {
        List<String> files = new ArrayList<>();
        for (var name : named) {
            if (isFolder(name)) {
                files.addAll(inside(name));
            } else {
                files.add(name);
            }
        }
        return List.copyOf(files);
    }

    private boolean isFolder(String name) {
        try {
            return Files.isDirectory(directory.resolve(name));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private List<String> inside(String folder) {
        var root = directory.resolve(folder);
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> !isHidden(root.relativize(file)))
                    .filter(Files::isRegularFile)
                    .map(file -> Path.of(folder).resolve(root.relativize(file)).toString())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            // A folder that cannot be listed is told like a file that cannot be read.
            return List.of(folder);
        }
    }

    private static boolean isHidden(Path path) {
        for (var part : path) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** Reads all of them; the results come as they are ready, in the order of the names, on the thread that called. */
    public void read(List<String> files, Consumer<FileResult> results) {
        var reading = new FileReading(directory);
        files.stream()
                .gather(Gatherers.mapConcurrent(Math.max(1, AHEAD * processors), reading::read))
                .forEachOrdered(results);
    }
}
