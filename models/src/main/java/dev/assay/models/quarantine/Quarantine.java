package dev.assay.models.quarantine;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import dev.assay.core.disk.DiskWords;

/**
 * Puts a file aside: into a folder beside it, under a name that no tool takes for a model. Nothing is ever deleted, and
 * nothing can be overwritten, since each file gets a new folder of its own.
 */
public final class Quarantine {

    /** The folder beside a file; what lies in it is in no library. */
    public static final String FOLDER = "assay-quarantine";

    private static final String EXTENSION = ".quarantined";
    private static final int MOST = 10_000;

    private Quarantine() {}

    /** What became of it. */
    public sealed interface Result {

        /** It lies there now. */
        record Moved(Path to) implements Result {}

        /** It is where it was. */
        record NotMoved(String reason) implements Result {}
    }

    /**
     * Puts a file aside in one step: at every instant it has its old name or its new one.
     *
     * @param why is written beside it, for whoever finds it
     */
    public static Result putAside(Path file, String why) {
        if (Files.isSymbolicLink(file)) {
            return new Result.NotMoved("it is a link; the file itself lies elsewhere, and is left alone");
        }
        try {
            var folder = newFolder(file.resolveSibling(FOLDER));
            return moved(file, folder, why);
        } catch (NoSuchFileException _) {
            return new Result.NotMoved("it is no longer there; another run may have put it aside");
        } catch (IOException e) {
            return new Result.NotMoved(DiskWords.of(e));
        }
    }

    private static Result moved(Path file, Path folder, String why) throws IOException {
        var target = folder.resolve(file.getFileName() + EXTENSION);
        var reason = folder.resolve("why.txt");
        try {
            Files.writeString(reason, why + "\n", StandardOpenOption.CREATE_NEW);
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            return new Result.Moved(target);
        } catch (IOException e) {
            // Made for that file alone, which is not in it.
            Files.deleteIfExists(reason);
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    /** To make a folder fails where there is one, on every file system: the one way to a place that nobody else has. */
    private static Path newFolder(Path in) throws IOException {
        Files.createDirectories(in);
        for (int number = 1; number <= MOST; number++) {
            try {
                return Files.createDirectory(in.resolve(Integer.toString(number)));
            } catch (FileAlreadyExistsException _) {
                // Taken: the next number.
            }
        }
        throw new IOException("more than " + MOST + " files in " + in);
    }
}
