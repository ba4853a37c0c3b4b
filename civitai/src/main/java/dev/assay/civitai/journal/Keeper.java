package dev.assay.civitai.journal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the journal within its bounds. It works on names only, and opens no file. */
final class Keeper {

    private final Folder entries;
    private final Folder bodies;
    private final Bounds bounds;
    private final AtomicBoolean swept = new AtomicBoolean();

    Keeper(Folder entries, Folder bodies, Bounds bounds) {
        this.entries = entries;
        this.bodies = bodies;
        this.bounds = bounds;
    }

    /** Deletes the oldest answers as long as there are too many; a body goes with the last answer that had it. */
    void keepWithin(Instant now) throws IOException {
        var names = new ArrayDeque<>(entries.names().stream()
                .flatMap(name -> EntryName.parse(name).stream())
                .sorted(EntryName.OLDEST_FIRST)
                .toList());
        var uses = new HashMap<String, Integer>();
        long bytes = 0;
        for (var name : names) {
            bytes += uses.merge(name.digest(), 1, Integer::sum) == 1 ? name.bytes() : 0;
        }
        while (names.size() > bounds.entries() || (bytes > bounds.bytes() && !names.isEmpty())) {
            var oldest = names.removeFirst();
            entries.delete(oldest.fileName());
            if (uses.merge(oldest.digest(), -1, Integer::sum) == 0) {
                bodies.delete(oldest.digest());
                uses.remove(oldest.digest());
                bytes -= oldest.bytes();
            }
        }
        if (swept.compareAndSet(false, true)) {
            sweep(uses.keySet(), now);
        }
    }

    /** Once in a run: deletes what killed processes have left, but nothing that a living one may be about to name. */
    private void sweep(Set<String> inUse, Instant now) throws IOException {
        entries.deleteUnfinished(now);
        bodies.deleteUnfinished(now);
        for (var body : bodies.names()) {
            if (!inUse.contains(body) && bodies.isAbandoned(body, now)) {
                bodies.delete(body);
            }
        }
    }
}
