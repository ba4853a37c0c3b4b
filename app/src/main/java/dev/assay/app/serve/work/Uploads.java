package dev.assay.app.serve.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.models.name.SafeName;

/** Files that were dropped on the page, by their content; each keeps its name, made safe. */
public final class Uploads {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    Uploads(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps what comes.
     *
     * @param name as its owner calls it
     * @return its digest
     */
    public String keep(InputStream from, String name) throws IOException {
        Files.createDirectories(folder);
        var digest = sha256();
        var coming = Files.createTempFile(folder, "coming-", ".part");
        try (var in = new DigestInputStream(from, digest)) {
            Files.copy(in, coming, StandardCopyOption.REPLACE_EXISTING);
            var id = HexFormat.of().formatHex(digest.digest());
            if (find(id).isEmpty()) {
                Files.createDirectories(folder.resolve(id));
                var target = folder.resolve(id).resolve(SafeName.of(name).text());
                Files.move(coming, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return id;
        } finally {
            Files.deleteIfExists(coming);
        }
    }

    /** The file of that digest. */
    public Optional<Path> find(String id) throws IOException {
        if (!ID.matcher(id).matches() || !Files.isDirectory(folder.resolve(id))) {
            return Optional.empty();
        }
        try (var files = Files.list(folder.resolve(id))) {
            return files.filter(Files::isRegularFile).findFirst();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
