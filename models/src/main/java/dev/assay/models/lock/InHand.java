package dev.assay.models.lock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file whose lock one thread of this process has, or tries to take. The system gives its locks to processes, not to threads:
 * on POSIX a second opening of the file in the same process would drop the lock when it is closed. So threads agree here
 * before any of them opens it. There is one list for the process, as the locks are the process's.
 */
public final class InHand implements AutoCloseable {

    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    private final Path key;

    private InHand(Path key) {
        this.key = key;
    }

    /** Takes the file in hand, until it is closed; empty where another thread has it. */
    public static Optional<InHand> take(Path file) {
        var key = key(file);
        return FILES.add(key) ? Optional.of(new InHand(key)) : Optional.empty();
    }

    /** The same file in a folder that has two names is the same file. */
    private static Path key(Path file) {
        var plain = file.toAbsolutePath().normalize();
        var folder = plain.getParent();
        try {
            return folder == null ? plain : folder.toRealPath().resolve(file.getFileName());
        } catch (IOException _) {
            return plain;
        }
    }

    @Override
    public void close() {
        FILES.remove(key);
    }
}
