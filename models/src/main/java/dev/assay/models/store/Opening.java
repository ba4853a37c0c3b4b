package dev.assay.models.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.disk.DiskWords;

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
        return new Opening(folder, false).open();
    }

    /** The same after all of the database was looked at, since using it has shown that something is wrong. */
    static StoreOpening checked(Path folder) {
        return new Opening(folder, true).open();
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
            return new StoreOpening.Opened(store(), notes);
        } catch (IOException | StoreException e) {
            return new StoreOpening.Failed(
                    "The library's database in " + folder + " cannot be used: " + reason(e) + ".");
        }
    }

    private static String reason(Exception problem) {
        return problem instanceof FileSystemException trouble
                ? trouble.getFile() + ": " + DiskWords.of(trouble)
                : String.valueOf(problem.getMessage());
    }

    private LibraryStore store() throws IOException {
        if (suspicious) {
            putAsideWhatIsDamaged();
        }
        // Somebody else may put it aside before it is used here: then it is begun anew.
        try {
            return used();
        } catch (StoreException e) {
            if (!e.isDamaged()) {
                throw e;
            }
            putAsideWhatIsDamaged();
            return used();
        }
    }

    private LibraryStore used() throws IOException {
        var usage = Usage.shared(lock());
        try {
            return new LibraryStore(database(), usage);
        } catch (IOException | StoreException e) {
            usage.close();
            throw e;
        }
    }

    private Path usual() {
        return folder.resolve(NAME + ".db");
    }

    /** For where the usual one is of a newer form. */
    private Path beside() {
        return folder.resolve(NAME + "-" + Schema.VERSION + ".db");
    }

    private Path lock() {
        return folder.resolve(NAME + ".lock");
    }

    private Database database() throws IOException {
        var opened = inOurForm(usual());
        if (opened.isPresent()) {
            return opened.get();
        }
        var beside = beside();
        notes.add("The library's database " + usual() + " was made by a newer Assay; it is left as it is, and " + beside
                + " is used.");
        return inOurForm(beside).orElseThrow(() -> new IOException(beside + " was made by a newer Assay as well"));
    }

    /** Empty where it is of a newer form. */
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

    /** One process at a time, and only while nobody uses it: a second one finds what the first has begun anew. */
    private void putAsideWhatIsDamaged() throws IOException {
        for (var file : List.of(usual(), beside())) {
            if (isDamagedWhileInUse(file)) {
                putAside(file);
            }
        }
    }

    private boolean isDamagedWhileInUse(Path file) throws IOException {
        try (var _ = Usage.shared(lock())) {
            return Files.exists(file) && isDamaged(file);
        }
    }

    private void putAside(Path file) throws IOException {
        if (!Usage.alone(lock(), () -> putAsideAlone(file))) {
            throw new IOException("it is damaged, and another run of Assay is using it; end that, and run this again");
        }
    }

    private void putAsideAlone(Path file) throws IOException {
        if (!Files.exists(file) || !isDamaged(file)) {
            return;
        }
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
