package dev.assay.replica.comfy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;

/** Takes jobs out of the queue and runs them, one after the other, until its thread is interrupted. */
final class Engine implements Runnable {

    /** What the server itself can be made to do in the middle of a job. */
    interface Fate {
        void restart();

        void die();
    }

    private final PromptQueue queue;
    private final Sockets sockets;
    private final ComfyFolder folder;
    private final Faults faults;
    private final Fate fate;
    private final Map<String, List<OutputName>> cache = new HashMap<>();

    Engine(PromptQueue queue, Sockets sockets, ComfyFolder folder, Faults faults, Fate fate) {
        this.queue = queue;
        this.sockets = sockets;
        this.folder = folder;
        this.faults = faults;
        this.fate = fate;
    }

    @Override
    public void run() {
        try {
            while (!Thread.interrupted()) {
                var item = queue.take();
                tellStatus();
                finish(item, new Execution(item, this).run());
            }
        } catch (InterruptedException _) {
            // The server ends, and what it was doing with it.
        }
    }

    /** The message of success is sent before the history has the job, and the last message after: so it is in ComfyUI. */
    private void finish(QueueItem item, Json entry) {
        var lost = faults.active().contains(Fault.COMFY_NO_HISTORY);
        queue.done(item, lost ? Optional.empty() : Optional.of(entry));
        item.client()
                .ifPresent(client -> sockets.send(
                        client,
                        "executing",
                        Json.object()
                                .put("node", Json.none())
                                .put("prompt_id", item.id())
                                .build()));
        tellStatus();
    }

    private void tellStatus() {
        sockets.sendAll(
                "status", Json.object().put("status", status(queue.remaining())).build());
    }

    static Json status(int remaining) {
        return Json.object()
                .put(
                        "exec_info",
                        Json.object().put("queue_remaining", remaining).build())
                .build();
    }

    PromptQueue queue() {
        return queue;
    }

    Sockets sockets() {
        return sockets;
    }

    ComfyFolder folder() {
        return folder;
    }

    Faults faults() {
        return faults;
    }

    Fate fate() {
        return fate;
    }

    /** What nodes put out before, by all that they and those before them are; a picture for output nodes only. */
    Map<String, List<OutputName>> cache() {
        return cache;
    }
}
