package dev.assay.replica.comfy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import org.jspecify.annotations.Nullable;

/** Jobs that wait, the one that runs, and what became of the others; all in memory, as in ComfyUI. */
final class PromptQueue {

    private final List<QueueItem> pending = new ArrayList<>();
    private final Map<String, Json> history = new LinkedHashMap<>();
    private @Nullable QueueItem running;
    private boolean interrupted;
    private int released;
    private long number;

    synchronized long nextNumber() {
        return number++;
    }

    /** Takes a job in; it starts after the next {@link #release}. */
    synchronized void put(QueueItem item) {
        pending.add(item);
    }

    synchronized void release() {
        released = pending.size();
        notifyAll();
    }

    /** Waits for a job and takes it. */
    synchronized QueueItem take() throws InterruptedException {
        while (released == 0 || pending.isEmpty()) {
            wait();
        }
        interrupted = false;
        var item = pending.removeFirst();
        released--;
        running = item;
        return item;
    }

    synchronized void done(QueueItem item, Optional<Json> entry) {
        running = null;
        entry.ifPresent(kept -> history.put(item.id(), kept));
    }

    synchronized int remaining() {
        return pending.size() + (running == null ? 0 : 1);
    }

    synchronized Json json() {
        var current = running;
        return Json.object()
                .put("queue_running", current == null ? List.of() : List.of(current.json()))
                .put("queue_pending", pending.stream().map(QueueItem::json).toList())
                .build();
    }

    synchronized Json history() {
        return new Json.Obj(history);
    }

    synchronized Optional<Json> history(String id) {
        return Optional.ofNullable(history.get(id));
    }

    synchronized void delete(String id) {
        pending.removeIf(item -> item.id().equals(id));
        released = Math.min(released, pending.size());
    }

    /** Interrupts that job if it is the one that runs, or whichever runs where none is named. */
    synchronized boolean interrupt(Optional<String> id) {
        var current = running;
        var meant = current != null && id.map(current.id()::equals).orElse(true);
        interrupted |= meant;
        return meant;
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }

    synchronized Optional<String> runningId() {
        return Optional.ofNullable(running).map(QueueItem::id);
    }
}
