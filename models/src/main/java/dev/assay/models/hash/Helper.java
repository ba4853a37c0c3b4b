package dev.assay.models.hash;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A second thread for the other half of a piece of work. */
final class Helper implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** Does both at the same time, and returns when both are done; an interrupt is heard of by whoever asks next. */
    void meanwhile(Runnable other, Runnable own) {
        var running = CompletableFuture.runAsync(other, thread);
        own.run();
        running.join();
    }

    @Override
    public void close() {
        thread.close();
    }
}
