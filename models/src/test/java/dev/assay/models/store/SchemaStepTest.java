package dev.assay.models.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.assay.core.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A database of an earlier form is brought into this one, and loses nothing. */
class SchemaStepTest {

    private static final String LORA = "aa".repeat(32);
    private static final String PICKLE = "bb".repeat(32);

    @TempDir
    private Path folder;

    /** As the first form was. */
    private void writeFirstForm() throws IOException {
        NativeSqlite.prepare(Files.createDirectories(folder).resolveSibling("native"));
        try (var database = Database.open(folder.resolve("library.db"))) {
            Schema.create(database);
            database.update("ALTER TABLE content DROP COLUMN imports");
            for (var row : List.of(new String[] {LORA, "SAFETENSORS"}, new String[] {PICKLE, "TORCH_ZIP"})) {
                database.update(
                        "INSERT INTO content (sha256, size, crc32, inspected, container, kind, family, variant)"
                                + " VALUES (?, 1, '00000000', 1, ?, 'LORA', 'SDXL', '')",
                        row[0],
                        row[1]);
            }
            database.update("PRAGMA user_version = 1");
        }
    }

    @Test
    void readsOnlyPicklesAnew() throws IOException {
        writeFirstForm();
        for (int opening = 0; opening < 2; opening++) {
            var opened = (StoreOpening.Opened) LibraryStore.open(folder);
            try (var store = opened.store()) {
                assertThat(opened.notes()).isEmpty();
                assertThat(store.complete()).containsExactly(new Sha256(LORA));
            }
        }
    }
}
