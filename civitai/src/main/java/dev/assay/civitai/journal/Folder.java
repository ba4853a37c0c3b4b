package dev.assay.civitai.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One folder of small files that appear whole or not at all, whoever else writes there. */
final class Folder {

    private static final String UNFINISHED = ".tmp";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    List<String> names() throws IOException {
        return names(_ -> true);
    }

    List<String> names(Predicate<String> wanted) throws IOException {
        return all().stream()
                .filter(name -> !name.endsWith(UNFINISHED))
                .filter(wanted)
                .toList();
    }

    private List<String> all() throws IOException {
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw new IOException("The folder cannot be listed.", e);
        }
    }

    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name));
    }

    void write(String name, String text) throws IOException {
        create();
        var unfinished = Files.createTempFile(path, ".", UNFINISHED);
        try {
            Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
            move(unfinished, path.resolve(name));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Answers name accounts and prompts: they are nobody else's business. */
    private void create() throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Files.createDirectories(path);
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** The text of a file; empty where there is none, or one larger than allowed. */
    Optional<String> read(String name, long most) throws IOException {
        var file = path.resolve(name);
        try {
            return Files.size(file) > most
                    ? Optional.empty()
                    : Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    void rename(String from, String to) throws IOException {
        try {
            move(path.resolve(from), path.resolve(to));
        } catch (NoSuchFileException _) {
            // Another process has cleared it up or renamed it before; nothing is left to do.
        }
    }

    /** Deletes a file. One that another process has open, where the system forbids that, stays for the next time. */
    void delete(String name) throws IOException {
        try {
            Files.deleteIfExists(path.resolve(name));
        } catch (FileSystemException e) {
            if (!Files.exists(path.resolve(name)) || Files.isWritable(path)) {
                return;
            }
            throw e;
        }
    }

    /** Whether the file has not been touched for so long that whoever wrote it must be gone. */
    boolean isAbandoned(String name, Instant now) throws IOException {
        try {
            var modified = Files.getLastModifiedTime(path.resolve(name)).toInstant();
            return modified.isBefore(now.minus(ABANDONED));
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /** Deletes what a killed process has left unfinished. */
    void deleteUnfinished(Instant now) throws IOException {
        for (var name : all()) {
            if (name.endsWith(UNFINISHED) && isAbandoned(name, now)) {
                delete(name);
            }
        }
    }
}
