package dev.assay.civitai.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.ask.Digest;
import dev.assay.core.hash.Sha256;

/**
 * The original files fetched so far, by media UUID, so that none is fetched twice and {@code --offline} has them. Each
 * name holds the digest of its bytes: one that does not fit is as good as none.
 */
final class Originals {

    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final long mostBytes;

    Originals(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    Optional<Media.Fetched> find(String uuid) throws IOException {
        for (var file : files()) {
            var name = file.getFileName().toString();
            if (name.startsWith(uuid + ".") && !name.endsWith(UNFINISHED)) {
                var digest = Digest.of(file);
                if (name.equals(uuid + "." + digest.hex())) {
                    return Optional.of(new Media.Fetched(file, "", Files.size(file), digest));
                }
            }
        }
        return Optional.empty();
    }

    /** An empty file to fetch into. */
    Path begin(String uuid) throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, uuid + ".", UNFINISHED);
    }

    /** Gives a whole file its name, and lets the oldest go where there is too much. */
    Path keep(Path unfinished, String uuid, Sha256 digest) throws IOException {
        var file = folder.resolve(uuid + "." + digest.hex());
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
        keepWithin(file);
        return file;
    }

    private record Aged(Path file, FileTime modified, long bytes) {}

    private void keepWithin(Path newest) throws IOException {
        var aged = new ArrayList<Aged>();
        for (var file : files()) {
            try {
                aged.add(new Aged(file, Files.getLastModifiedTime(file), Files.size(file)));
            } catch (NoSuchFileException _) {
                // Another process has just cleared it up.
            }
        }
        aged.sort(Comparator.comparing(Aged::modified));
        var bytes = aged.stream().mapToLong(Aged::bytes).sum();
        for (var old : aged) {
            if (bytes <= mostBytes) {
                return;
            }
            if (!old.file().equals(newest) && !old.file().toString().endsWith(UNFINISHED)) {
                Files.deleteIfExists(old.file());
                bytes -= old.bytes();
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw new IOException("The folder cannot be listed.", e);
        }
    }
}
