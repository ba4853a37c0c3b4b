package dev.assay.models.hash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Works on many files with several threads. The first takes the largest file that is left, all others the smallest: huge
 * files keep no small ones waiting, and none of them is left for the end, when the others have nothing to do any more.
 */
public final class Crew {

    private final int workers;

    /** @param workers how many files are worked on at once, at least one */
    public Crew(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("no workers");
        }
        this.workers = workers;
    }

    /** One worker for each processor. */
    public static Crew ofAllProcessors() {
        return new Crew(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Works on all items; returns when all are done, or soon after it was cancelled or the calling thread was
     * interrupted. What one worker throws ends the work of all, and is thrown here.
     *
     * @param size bytes of an item
     * @param work makes what one worker does with each of its items; asked once for each worker
     */
    public <T> void work(List<T> items, ToLongFunction<T> size, Supplier<Consumer<T>> work, BooleanSupplier cancelled) {
        var left = new Left<>(items, size);
        var stopped = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(Math.min(workers, Math.max(1, items.size())))) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < Math.min(workers, items.size()); i++) {
                var largest = i == 0 && workers > 1;
                running.add(threads.submit(() -> {
                    try {
                        var one = work.get();
                        for (var item = left.next(largest);
                                item.isPresent() && !stopped.get() && !cancelled.getAsBoolean();
                                item = left.next(largest)) {
                            one.accept(item.get());
                        }
                    } catch (RuntimeException | Error e) {
                        stopped.set(true);
                        throw e;
                    }
                }));
            }
            await(running, stopped);
        }
    }

    private static void await(List<Future<?>> running, AtomicBoolean stopped) {
        for (var one : running) {
            try {
                one.get();
            } catch (InterruptedException _) {
                stopped.set(true);
                running.forEach(other -> other.cancel(true));
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                throw rethrown(e.getCause() == null ? e : e.getCause());
            }
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** What nobody has taken yet, by size. */
    private static final class Left<T> {

        private record Sized<T>(long size, int number, T item) {}

        private final NavigableSet<Sized<T>> items =
                new TreeSet<>(Comparator.<Sized<T>>comparingLong(Sized::size).thenComparingInt(Sized::number));

        Left(List<T> all, ToLongFunction<T> size) {
            for (int i = 0; i < all.size(); i++) {
                items.add(new Sized<>(size.applyAsLong(all.get(i)), i, all.get(i)));
            }
        }

        synchronized Optional<T> next(boolean largest) {
            return Optional.ofNullable(largest ? items.pollLast() : items.pollFirst())
                    .map(Sized::item);
        }
    }
}
