package dev.assay.models.store;

import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.models.library.ModelFile;
import dev.assay.models.library.Stamp;

/** The rows of files, as the hash memory uses them: a hash, and under which circumstances it holds. */
final class MemoryRows {

    /**
     * What is known of a file whose stamp is the same.
     *
     * @param changed when its entry last changed before it was read; empty where the file system has no such time, or
     *     the file was moved since
     */
    record Known(Sha256 sha256, Optional<Long> changed) {}

    private MemoryRows() {}

    static Optional<Known> find(Database database, ModelFile file) {
        var stamp = Stamp.of(file);
        return database
                .query(
                        "SELECT sha256, changed FROM file WHERE path = ? AND inode = ? AND size = ? AND modified = ?",
                        row -> new Known(new Sha256(row.text("sha256")), row.numberIfAny("changed")),
                        file.path().toString(),
                        stamp.inode(),
                        stamp.size(),
                        stamp.modified())
                .stream()
                .findFirst();
    }

    static void put(Database database, ModelFile file, Known known, long hashedAt) {
        var stamp = Stamp.of(file);
        database.transaction(() -> {
            database.update(
                    "INSERT INTO content (sha256, size) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
                    known.sha256().hex(),
                    stamp.size());
            database.update(
                    "INSERT INTO file (path, root, folder, inode, size, modified, changed, sha256, hashed_at)"
                            + " VALUES (?, ?, '', ?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET"
                            + " inode = excluded.inode, size = excluded.size, modified = excluded.modified,"
                            + " changed = excluded.changed, sha256 = excluded.sha256,"
                            + " hashed_at = excluded.hashed_at, missing_since = NULL",
                    file.path().toString(),
                    String.valueOf(file.path().getParent()),
                    stamp.inode(),
                    stamp.size(),
                    stamp.modified(),
                    known.changed(),
                    known.sha256().hex(),
                    hashedAt);
        });
    }
}
