package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        try (var staging = Staging.of(target)) {
            staging.write(content);
            FreshName.take(staging.path(), target);
        }
    }

    /** Writes a file in the place of whatever has its name, as the user asked for. */
    public static void replace(Path target, byte[] content) throws IOException {
        try (var staging = Staging.of(target)) {
            staging.write(content);
            Files.move(staging.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** An empty file under a hidden name beside a target. Temporary files are private; this one is as readable as any other. */
    public static Path beside(Path target) throws IOException {
        var name = Files.createTempFile(target.toAbsolutePath().getParent(), ".assay-", ".part");
        Files.delete(name);
        return Files.createFile(name);
    }
}
