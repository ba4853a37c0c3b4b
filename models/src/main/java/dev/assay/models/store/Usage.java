package dev.assay.models.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Who uses the database: any number of threads and processes at once; or one alone, who puts a damaged one aside. SQLite
 * removes a database's log by its name when it is closed: were its files moved away under somebody who has it open, that would hit the
 * new one's. Among processes a lock of the system tells, which is a process's and not a thread's, so that there is one
 * count of users for the whole process.
 */
final class Usage implements AutoCloseable {

    private static final Map<Path, Shared> SHARED = new HashMap<>();

    private static final int ATTEMPTS = 40;
    private static final long PAUSE_MILLIS = 50;

    /** What the threads of this process have together. */
    private static final class Shared {
        private final FileChannel channel;
        private int users;

        Shared(FileChannel channel) {
            this.channel = channel;
        }
    }

    /** What is done by one alone. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private final Path key;
    private boolean open = true;

    private Usage(Path key) {
        this.key = key;
    }

    /**
     * Uses it together with others, until it is closed; waits for one who is alone with it.
     *
     * @param file the lock's, in a folder that is there
     */
    static Usage shared(Path file) throws IOException {
        synchronized (SHARED) {
            var key = key(file);
            var known = SHARED.get(key);
            if (known == null) {
                known = new Shared(opened(file));
                lock(known.channel);
                SHARED.put(key, known);
            }
            known.users++;
            return new Usage(key);
        }
    }

    /** Where a file system has no locks, everybody is as good as alone. */
    private static void lock(FileChannel channel) throws IOException {
        try {
            channel.lock(0, Long.MAX_VALUE, true);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException _) {
            // What holds without locks, holds.
        }
    }

    /** Does the work while nobody uses it; false where somebody does not stop using it. */
    static boolean alone(Path file, Work work) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            synchronized (SHARED) {
                if (!SHARED.containsKey(key(file)) && done(file, work)) {
                    return true;
                }
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static boolean done(Path file, Work work) throws IOException {
        try (var channel = opened(file)) {
            if (!isLockedAlone(channel)) {
                return false;
            }
            work.run();
            return true;
        }
    }

    /** Whether nobody else has it; where a file system has no locks, nobody can tell, and nobody is waited for. */
    private static boolean isLockedAlone(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException _) {
            return true;
        }
    }

    private static FileChannel opened(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static Path key(Path file) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        return folder.toRealPath().resolve(file.getFileName());
    }

    @Override
    public void close() {
        synchronized (SHARED) {
            var shared = open ? SHARED.get(key) : null;
            open = false;
            if (shared != null && --shared.users == 0) {
                SHARED.remove(key);
                try {
                    shared.channel.close();
                } catch (IOException _) {
                    // Nothing was written to it; the lock is gone with the process at the latest.
                }
            }
        }
    }
}
