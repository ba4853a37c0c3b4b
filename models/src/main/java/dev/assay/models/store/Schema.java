package dev.assay.models.store;

import java.util.List;

/** The tables, and the number of their form. A change of form is a new number and a step from the one before it. */
final class Schema {

    static final int VERSION = 2;

    private static final List<String> TABLES =
            List.of("""
            CREATE TABLE IF NOT EXISTS content (
                sha256 TEXT PRIMARY KEY,
                size INTEGER NOT NULL,
                tensors TEXT,
                auto_v1 TEXT,
                crc32 TEXT,
                inspected INTEGER NOT NULL DEFAULT 0,
                container TEXT,
                kind TEXT,
                family TEXT,
                variant TEXT,
                v_prediction INTEGER,
                zero_terminal_snr INTEGER,
                metadata TEXT,
                omitted TEXT,
                imports TEXT
            )""", """
            CREATE TABLE IF NOT EXISTS file (
                path TEXT PRIMARY KEY,
                root TEXT NOT NULL,
                folder TEXT NOT NULL,
                inode TEXT NOT NULL,
                size INTEGER NOT NULL,
                modified INTEGER NOT NULL,
                changed INTEGER,
                sha256 TEXT NOT NULL REFERENCES content,
                damage TEXT,
                damage_words TEXT,
                hashed_at INTEGER NOT NULL,
                missing_since INTEGER
            )""", "CREATE INDEX IF NOT EXISTS file_by_content ON file (sha256)", """
            CREATE TABLE IF NOT EXISTS site (
                sha256 TEXT PRIMARY KEY,
                asked_at INTEGER NOT NULL,
                known INTEGER NOT NULL,
                model_id INTEGER,
                version_id INTEGER,
                file_id INTEGER,
                model_name TEXT,
                version_name TEXT,
                model_type TEXT,
                base_model TEXT,
                file_name TEXT,
                dangerous INTEGER
            )""");

    /** From the first form: pickles are looked into since, and only they need to be read anew for it. */
    private static final List<String> TO_SECOND = List.of(
            "ALTER TABLE content ADD COLUMN imports TEXT",
            "UPDATE content SET inspected = 2 WHERE inspected = 1 AND container NOT IN ('TORCH_ZIP', 'PICKLE')");

    private Schema() {}

    /** The number of the form that the file has; 0 for a new one. */
    static int versionOf(Database database) {
        return database.query("PRAGMA user_version", row -> row.number("user_version"))
                .getFirst()
                .intValue();
    }

    /** Makes the tables where they are not there yet, or not in this form; two processes may do so at once. */
    static void create(Database database) {
        database.transaction(() -> {
            if (versionOf(database) == 1) {
                TO_SECOND.forEach(database::update);
            }
            TABLES.forEach(database::update);
            database.update("PRAGMA user_version = " + VERSION);
        });
    }
}
