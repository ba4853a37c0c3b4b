package dev.assay.models.store;

import java.nio.file.Path;
import java.sql.DriverManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that another process is making at the same moment. */
class BusyStoreTest {

    private static final long HELD_MILLIS = 300;

    @TempDir
    private Path folder;

    @Test
    void waitsWhileAnotherOneWritesTheFirstPages() throws Exception {
        // SQLite refuses the second one at once, in place of waiting, while both make a new file a WAL database.
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library.db"));
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            var end = Thread.ofPlatform().start(() -> {
                try {
                    Thread.sleep(HELD_MILLIS);
                    statement.execute("ROLLBACK");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            var opening = LibraryStore.open(folder);
            end.join();
            assertThat(opening)
                    .isInstanceOfSatisfying(
                            StoreOpening.Opened.class, opened -> opened.store().close());
        }
    }
}
