package dev.assay.models.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.hash.Sha256;

/** A process that uses the library: it holds it open until its input ends, or opens it again and again from several threads. */
final class ChildLibrary {

    static final int ROUNDS = 15;

    private ChildLibrary() {}

    /** Arguments: the folder, and {@code hold} or {@code churn}. */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        if (args[1].equals("hold")) {
            hold(folder);
        } else {
            var threads = Stream.of("a", "b", "c")
                    .map(_ -> Thread.ofPlatform().start(() -> churn(folder)))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
        }
        System.out.println("end");
    }

    private static void hold(Path folder) throws IOException {
        switch (LibraryStore.open(folder)) {
            case StoreOpening.Opened(var store, var _) -> {
                System.out.println("open");
                while (System.in.read() >= 0) {
                    // Until nobody is there any more.
                }
                store.close();
            }
            case StoreOpening.Failed(var reason) -> System.out.println("failed: " + reason);
        }
    }

    /** As a command does that finds it damaged only when it is used. */
    private static void churn(Path folder) {
        for (int round = 0; round < ROUNDS; round++) {
            var content = new Sha256("%064x".formatted(ProcessHandle.current().pid() * 100 + round + 1));
            try {
                use(LibraryStore.open(folder), content);
            } catch (StoreException e) {
                System.out.println(e.isDamaged() ? "damaged" : "failed: " + e);
                use(LibraryStore.openDamaged(folder), content);
            }
        }
    }

    private static void use(StoreOpening opening, Sha256 content) {
        switch (opening) {
            case StoreOpening.Opened(var store, var _) -> {
                try (store) {
                    store.record(content, new SiteAnswer(Instant.EPOCH, Optional.empty()));
                    store.entries();
                }
            }
            case StoreOpening.Failed(var reason) -> System.out.println("failed: " + reason);
        }
    }
}
