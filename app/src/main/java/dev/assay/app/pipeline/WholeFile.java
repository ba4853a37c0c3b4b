package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes small files so that under their name there is all of them or nothing, whatever is killed or full (law 3). */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a new file.
     *
     * @throws FileAlreadyExistsException where somebody has the name; nothing was replaced
     */
    public static void create(Path target, byte[] content) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        var hidden = hidden(target, content);
        try {
            FreshName.take(hidden, target);
        } finally {
            Files.deleteIfExists(hidden);
        }
    }

    /** Writes a file in the place of whatever has its name, as the user asked for. */
    public static void replace(Path target, byte[] content) throws IOException {
        var hidden = hidden(target, content);
        try {
            Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(hidden);
        }
    }

    /** An empty file under a hidden name beside a target. Temporary files are private; this one is as readable as any other. */
    public static Path beside(Path target) throws IOException {
        var name = Files.createTempFile(target.toAbsolutePath().getParent(), ".assay-", ".part");
        Files.delete(name);
        return Files.createFile(name);
    }

    /** The content on the medium, under a hidden name beside the target. */
    private static Path hidden(Path target, byte[] content) throws IOException {
        var hidden = beside(target);
        try {
            Files.write(hidden, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            return hidden;
        } catch (IOException e) {
            Files.deleteIfExists(hidden);
            throw e;
        }
    }
}
