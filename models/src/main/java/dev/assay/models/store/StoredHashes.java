package dev.assay.models.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.core.hash.Sha256;
import dev.assay.models.library.ChangeTime;
import dev.assay.models.library.HashMemory;
import dev.assay.models.library.ModelFile;

/**
 * The hashes that are recorded in the store, for the main job. Since it goes on with a model that it has not read, it
 * asks for more than the scan does: the time at which the file's entry last changed must be what it was before the
 * content was read, too, where the file system has it.
 *
 * <p>The store is opened when it is first needed, and not at all for files that are read faster than it is opened.
 * Whatever is wrong with it, files are simply read.
 */
public final class StoredHashes implements HashMemory, AutoCloseable {

    private final Path folder;
    private final InstantSource clock;
    private final long smallest;
    private Optional<LibraryStore> store = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    /**
     * @param folder the store's
     * @param smallest size in bytes from which it is worth while to open the store
     */
    public StoredHashes(Path folder, InstantSource clock, long smallest) {
        this.folder = folder;
        this.clock = clock;
        this.smallest = smallest;
    }

    @Override
    public synchronized Optional<Sha256> recall(ModelFile file) {
        return using(
                file,
                database -> MemoryRows.find(database, file)
                        .filter(known -> known.changed().equals(ChangeTime.of(file.path())))
                        .map(MemoryRows.Known::sha256));
    }

    @Override
    public synchronized void remember(ModelFile file, Sha256 sha256) {
        using(file, database -> {
            var changed = ChangeTime.of(file.path());
            var before = MemoryRows.find(database, file);
            var contradicts =
                    before.filter(known -> !known.sha256().equals(sha256)).isPresent();
            // Where it got another content without a trace, what was recorded stays, so that it can be noticed.
            if (isStill(file) && !contradicts) {
                MemoryRows.put(database, file, new MemoryRows.Known(sha256, changed), clock.millis());
            }
            return before;
        });
    }

    private static boolean isStill(ModelFile file) {
        try {
            return ModelFile.at(file.path()).isSameAs(file);
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public synchronized Optional<String> trouble() {
        return trouble;
    }

    private <T> Optional<T> using(ModelFile file, Function<Database, Optional<T>> use) {
        if (trouble.isPresent() || (store.isEmpty() && file.size() < smallest)) {
            return Optional.empty();
        }
        try {
            if (store.isEmpty()) {
                open();
            }
            return store.flatMap(opened -> opened.memory(use));
        } catch (StoreException e) {
            trouble = Optional.of("What is known of the files cannot be used: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private void open() {
        switch (LibraryStore.open(folder)) {
            case StoreOpening.Opened(var opened, var _) -> store = Optional.of(opened);
            case StoreOpening.Failed(var reason) -> trouble = Optional.of(reason);
        }
    }

    @Override
    public synchronized void close() {
        store.ifPresent(LibraryStore::close);
    }
}
