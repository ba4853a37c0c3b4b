package dev.assay.models.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

import dev.assay.core.hash.Sha256;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.inspect.Damage;
import dev.assay.models.library.Stamp;

/** The rows of files. */
final class FileRows {

    static final String COLUMNS =
            "f.path, f.root, f.folder, f.inode, f.size, f.modified, f.changed, f.sha256, f.hashed_at,"
                    + " f.missing_since, f.damage, f.damage_words";

    private FileRows() {}

    static StoredFile read(Row row) throws SQLException {
        var words = row.textIfAny("damage_words").orElse("");
        var kind = row.constant("damage", Damage.Kind.class, Damage.Kind.BAD_HEADER);
        return new StoredFile(
                Path.of(row.text("path")),
                Path.of(row.text("root")),
                FolderKind.of(row.text("folder")),
                new Stamp(row.text("inode"), row.number("size"), row.number("modified")),
                row.numberIfAny("changed"),
                new Sha256(row.text("sha256")),
                row.textIfAny("damage").map(_ -> new Damage(kind, words)),
                Instant.ofEpochMilli(row.number("hashed_at")),
                row.numberIfAny("missing_since").map(Instant::ofEpochMilli));
    }

    static void put(Database database, StoredFile file) {
        database.update(
                "INSERT OR REPLACE INTO file (path, root, folder, inode, size, modified, changed, sha256, hashed_at, damage,"
                        + " damage_words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                file.path().toString(),
                file.root().toString(),
                file.folder().map(FolderKind::key).orElse(""),
                file.stamp().inode(),
                file.stamp().size(),
                file.stamp().modified(),
                file.changed(),
                file.sha256().hex(),
                file.hashedAt().toEpochMilli(),
                file.damage().map(damage -> damage.kind().name()),
                file.damage().map(Damage::words));
    }
}
