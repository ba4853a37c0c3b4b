package dev.assay.models.download;

import java.io.IOException;
import java.util.Optional;

/**
 * Brings bytes onto the medium while more are arriving, so that little is left for the end. Where the part has holes, it also
 * says in the lock's file up to where it can be vouched for, and the order is what counts: first the bytes are on the medium,
 * then the word is written.
 */
final class Flushing {

    private static final long EVERY = 128L << 20;

    private final PartFile part;
    private final PartLock lock;
    private long flushed;
    private boolean holes;
    private Optional<Thread> working = Optional.empty();
    private volatile Optional<IOException> trouble = Optional.empty();

    Flushing(PartFile part, PartLock lock) {
        this.part = part;
        this.lock = lock;
        this.flushed = part.length();
        this.holes = lock.state().holdsUpTo().isPresent();
    }

    /** Takes the room for the whole file, without keeping the caller. */
    void reserve(long total) {
        aside(() -> part.reserve(total));
    }

    private void aside(Work work) {
        working = Optional.of(Thread.ofPlatform().daemon().name("assay-flush").start(() -> {
            try {
                work.run();
            } catch (IOException e) {
                trouble = Optional.of(e);
            }
        }));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** To be called before the first byte behind a hole is written. Without holes the part's length says it all. */
    void expectHoles() throws IOException {
        if (!holes) {
            await();
            flush(part.length(), true);
            holes = true;
        }
    }

    /** Flushes when it is time, without keeping the caller. */
    void tend() throws IOException {
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        var front = part.length();
        if (front - flushed >= EVERY && working.filter(Thread::isAlive).isEmpty()) {
            flushed = front;
            working =
                    Optional.of(Thread.ofPlatform().daemon().name("assay-flush").start(() -> flushAside(front)));
        }
    }

    private void flushAside(long front) {
        try {
            flush(front, holes);
        } catch (IOException e) {
            trouble = Optional.of(e);
        }
    }

    private void flush(long front, boolean say) throws IOException {
        part.force();
        if (say) {
            lock.remember(lock.state().holdingUpTo(front));
        }
    }

    /** Returns when nothing of it is under way. */
    void await() {
        var interrupted = false;
        while (working.filter(Thread::isAlive).isPresent()) {
            try {
                working.get().join();
            } catch (InterruptedException _) {
                // What is being flushed must not be pulled away from under it.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last word of a run that leaves a part with holes. */
    static void leave(PartFile part, PartLock lock) throws IOException {
        if (lock.state().holdsUpTo().isPresent() && part.length() > 0) {
            part.force();
            lock.remember(lock.state().holdingUpTo(part.length()));
        }
    }
}
