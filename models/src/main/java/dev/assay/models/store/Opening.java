package dev.assay.models.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the database, whatever its file holds. A damaged one is put aside and begun anew; one of a newer Assay is left
 * as it is, and another one is used beside it.
 */
final class Opening {

    private static final String NAME = "library";

    private final Path folder;
    private final boolean suspicious;
    private final List<String> notes = new ArrayList<>();

    private Opening(Path folder, boolean suspicious) {
        this.folder = folder;
        this.suspicious = suspicious;
    }

    static StoreOpening of(Path folder) {
        return new Opening(folder, false).alone();
    }

    /** The same after all of the database was looked at, since using it has shown that something is wrong. */
    static StoreOpening checked(Path folder) {
        return new Opening(folder, true).alone();
    }

    /**
     * One thread of a process at a time: the lock of the file holds between processes only, and nobody is to open what
     * another is just putting aside.
     */
    private StoreOpening alone() {
        synchronized (Opening.class) {
            return open();
        }
    }

    private StoreOpening open() {
        if (folder.toString().indexOf('?') >= 0) {
            // The driver takes what follows for settings.
            return new StoreOpening.Failed(
                    "The library's database cannot lie in a folder with a question mark in its name: " + folder + ".");
        }
        try {
            Files.createDirectories(folder);
            NativeSqlite.prepare(folder.resolveSibling("native"));
            var store = new LibraryStore(database());
            return new StoreOpening.Opened(store, notes);
        } catch (IOException | StoreException e) {
            return new StoreOpening.Failed(
                    "The library's database in " + folder + " cannot be used: " + reason(e) + ".");
        }
    }

    private static String reason(Exception problem) {
        return problem instanceof StoreException ? String.valueOf(problem.getMessage()) : problem.toString();
    }

    private Database database() throws IOException {
        var usual = folder.resolve(NAME + ".db");
        var opened = opened(usual);
        if (opened.isPresent()) {
            return opened.get();
        }
        var beside = folder.resolve(NAME + "-" + Schema.VERSION + ".db");
        notes.add("The library's database " + usual + " was made by a newer Assay; it is left as it is, and " + beside
                + " is used.");
        return opened(beside).orElseThrow(() -> new IOException(beside + " was made by a newer Assay as well"));
    }

    /** Empty where it is of a newer form. */
    private Optional<Database> opened(Path file) throws IOException {
        try {
            if (suspicious && isDamaged(file)) {
                putAside(file);
            }
            return inOurForm(file);
        } catch (StoreException e) {
            if (!e.isDamaged()) {
                throw e;
            }
            putAside(file);
            return inOurForm(file);
        }
    }

    private static Optional<Database> inOurForm(Path file) {
        var database = Database.open(file);
        try {
            var version = Schema.versionOf(database);
            if (version < Schema.VERSION) {
                Schema.create(database);
            }
            if (version <= Schema.VERSION) {
                return Optional.of(database);
            }
            database.close();
            return Optional.empty();
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    /** One process at a time: a second one must not put aside what the first has begun anew. */
    private void putAside(Path file) throws IOException {
        try (var channel = FileChannel.open(
                        folder.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (isDamaged(file)) {
                var aside = free(file);
                for (var suffix : List.of("-wal", "-shm", "")) {
                    var part = file.resolveSibling(file.getFileName() + suffix);
                    if (Files.exists(part)) {
                        Files.move(part, aside.resolveSibling(aside.getFileName() + suffix));
                    }
                }
                notes.add("The library's database was damaged; it lies in " + aside
                        + " now, and everything is read anew. No file of yours was touched.");
            }
        }
    }

    private static boolean isDamaged(Path file) {
        try (var database = Database.open(file)) {
            return !database.query("PRAGMA quick_check(1)", row -> row.text("quick_check"))
                    .equals(List.of("ok"));
        } catch (StoreException e) {
            return e.isDamaged();
        }
    }

    private static Path free(Path file) {
        var number = 1;
        Path aside;
        do {
            aside = file.resolveSibling(NAME + "-damaged-" + number++ + ".db");
        } while (Files.exists(aside));
        return aside;
    }
}
