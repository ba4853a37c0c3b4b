package dev.assay.models.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.assay.core.hash.Sha256;
import dev.assay.models.hash.Digests;
import dev.assay.models.inspect.Inspection;
import dev.assay.models.inspect.Inspector;
import dev.assay.models.library.Stamp;

/**
 * What is known of the user's files, in a database of Assay's own. Whatever is recorded is there when the method
 * returns, also if the process is killed at once; several processes may use it at the same time. All of it can be had
 * again by reading the files.
 *
 * <p>Safe for several threads. Every method may throw a {@link StoreException}.
 */
public final class LibraryStore implements AutoCloseable {

    private static final String FILES = "SELECT " + FileRows.COLUMNS + " FROM file f";

    private static final String ENTRIES = "SELECT " + FileRows.COLUMNS + ", " + ContentRows.COLUMNS + ", "
            + SiteRows.COLUMNS
            + " FROM file f JOIN content c ON c.sha256 = f.sha256 LEFT JOIN site s ON s.sha256 = f.sha256";

    private final Database database;
    private final Usage usage;

    /** @param usage is ended with this */
    LibraryStore(Database database, Usage usage) {
        this.database = database;
        this.usage = usage;
    }

    /** Opens the store in that folder, or makes it. */
    public static StoreOpening open(Path folder) {
        return Opening.of(folder);
    }

    /** Opens the store after a {@link StoreException} that said that it is damaged; what is, is put aside. */
    public static StoreOpening openDamaged(Path folder) {
        return Opening.checked(folder);
    }

    /** All files that were ever seen and not forgotten, also those that are missing. */
    public synchronized List<StoredFile> files() {
        return database.query(FILES, FileRows::read);
    }

    public synchronized Optional<StoredFile> file(Path path) {
        return database.query(FILES + " WHERE f.path = ?", FileRows::read, path.toString()).stream()
                .findFirst();
    }

    /** The contents that need not be read again: all hashes are known, and nothing could tell them better by now. */
    public synchronized Set<Sha256> complete() {
        return new HashSet<>(database.query(
                "SELECT sha256 FROM content WHERE inspected = ?",
                row -> new Sha256(row.text("sha256")),
                Inspector.VERSION));
    }

    /** Whether a file with that stamp is there and need not be read again. */
    public synchronized boolean isComplete(Path path, Stamp stamp) {
        return file(path)
                .filter(file ->
                        file.stamp().equals(stamp) && file.missingSince().isEmpty())
                .filter(file -> !database.query(
                                "SELECT 1 FROM content WHERE sha256 = ? AND inspected = ?",
                                _ -> true,
                                file.sha256().hex(),
                                Inspector.VERSION)
                        .isEmpty())
                .isPresent();
    }

    /** All that is known of the files that are there, by path. */
    public synchronized List<Entry> entries() {
        return database.query(
                ENTRIES + " WHERE f.missing_since IS NULL ORDER BY f.path",
                row -> new Entry(FileRows.read(row), ContentRows.read(row), SiteRows.read(row)));
    }

    /** Records a file that was read, and what it is. */
    public synchronized void record(StoredFile file, Digests digests, Inspection inspection) {
        // One after the other, each at once on record: a content that no file has does no harm.
        ContentRows.put(database, digests, inspection);
        FileRows.put(database, file);
    }

    /** Records a file whose content is recorded already. */
    public synchronized void record(StoredFile file) {
        FileRows.put(database, file);
    }

    /** Records what the site said of a content. */
    public synchronized void record(Sha256 sha256, SiteAnswer answer) {
        SiteRows.put(database, sha256, answer);
    }

    /** Says that files are no longer there. What is known of them is kept: disks are unplugged and come back. */
    public synchronized void missing(Collection<Path> paths, Instant since) {
        database.transaction(() -> paths.forEach(path -> database.update(
                "UPDATE file SET missing_since = ? WHERE path = ? AND missing_since IS NULL",
                since.toEpochMilli(),
                path.toString())));
    }

    public synchronized void forget(Path path) {
        database.update("DELETE FROM file WHERE path = ?", path.toString());
    }

    /** Forgets the files that have been missing since before that time. */
    public synchronized void forgetMissing(Instant before) {
        database.update("DELETE FROM file WHERE missing_since < ?", before.toEpochMilli());
    }

    /** Lets the hash memory work with the database, and nobody else meanwhile. */
    synchronized <T> Optional<T> memory(Function<Database, Optional<T>> use) {
        return use.apply(database);
    }

    @Override
    public synchronized void close() {
        try {
            database.close();
        } finally {
            usage.close();
        }
    }
}
