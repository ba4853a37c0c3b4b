package dev.assay.models.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A damaged database, which several jobs of one program find at once: one of them puts it aside, and all go on. */
class DamagedStoreTest {

    private static final int JOBS = 8;
    private static final int ROUNDS = 20;

    @TempDir
    private Path folder;

    @Test
    void isPutAsideOnceByJobsOfTheSameProgram() throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS; round++) {
            var library = Files.createDirectories(folder.resolve("round-" + round + "/library"));
            Files.writeString(library.resolve("library.db"), "no database, " + "x".repeat(5000));
            assertThat(opened(library))
                    .allSatisfy(opening -> assertThat(opening).isInstanceOf(StoreOpening.Opened.class));
            assertThat(library.resolve("library-damaged-1.db")).exists();
            assertThat(library.resolve("library-damaged-2.db")).doesNotExist();
        }
    }

    private static List<StoreOpening> opened(Path library) throws InterruptedException, ExecutionException {
        var together = new CyclicBarrier(JOBS);
        Callable<StoreOpening> job = () -> {
            together.await();
            var opening = LibraryStore.open(library);
            if (opening instanceof StoreOpening.Opened(var store, var _)) {
                store.close();
            }
            return opening;
        };
        List<StoreOpening> openings = new ArrayList<>();
        try (var jobs = Executors.newFixedThreadPool(JOBS)) {
            for (var future : jobs.invokeAll(Collections.nCopies(JOBS, job))) {
                openings.add(future.get());
            }
        }
        return openings;
    }
}
