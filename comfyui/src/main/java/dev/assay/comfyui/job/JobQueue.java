package dev.assay.comfyui.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.assay.comfyui.ask.Caller;
import dev.assay.comfyui.ask.FileQuestion;
import dev.assay.comfyui.ask.Reply;
import dev.assay.core.json.Json;

/** A server's queue. */
public final class JobQueue {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration CHECKING = Duration.ofMinutes(2);
    private static final int RECENT = 200;

    private final Caller caller;

    public JobQueue(Caller caller) {
        this.caller = caller;
    }

    /** How a cancelling went. */
    public enum Cancelled {
        /** It was waiting, and is taken off. */
        REMOVED,
        /** It was running, and is told to stop. */
        INTERRUPTED,
        /** It was neither. */
        NOT_THERE,
        /** Nobody answered. */
        UNREACHABLE
    }

    /** Puts a workflow into the queue; the server loads custom nodes' lists while it checks, which can take a while. */
    public Submitted submit(Submission submission) {
        return switch (caller.post("/prompt", submission.body(), CHECKING)) {
            case Reply.Told told
            when told.ok() && told.body().at("prompt_id").text().isPresent() ->
                new Submitted.Queued(
                        new JobId(told.body().at("prompt_id").text().get()), Submitted.reasons(told.body()));
            case Reply.Told told
            when told.status() == 400 || told.body().has("error") ->
                new Submitted.Refused(Submitted.reasons(told.body()));
            case Reply.Told told -> new Submitted.Unanswered("status " + told.status());
            case Reply.Nonsense(var _, var why) -> new Submitted.Unanswered(why);
            case Reply.Silence(var why) -> new Submitted.Unanswered(why);
        };
    }

    /**
     * Looks a job up. The queue is asked before the history: a job goes from the one into the other at once, so that one
     * that is in neither is nowhere.
     */
    public JobState find(JobId id) {
        return switch (caller.get("/queue", PATIENCE)) {
            case Reply.Told told
            when told.ok() && told.body().has("queue_running") ->
                QueueListing.read(told.body()).state(id).orElseGet(() -> history(id));
            case Reply.Told told -> new JobState.Unreachable("status " + told.status());
            case Reply.Nonsense(var _, var why) -> new JobState.Unreachable(why);
            case Reply.Silence(var why) -> new JobState.Unreachable(why);
        };
    }

    private JobState history(JobId id) {
        return switch (caller.get("/history/" + OutputFile.encoded(id.value()), PATIENCE)) {
            case Reply.Told told
            when told.ok() && told.body() instanceof Json.Obj ->
                HistoryEntry.read(id, told.body()).orElseGet(JobState.Unknown::new);
            case Reply.Told told -> new JobState.Unreachable("status " + told.status());
            case Reply.Nonsense(var _, var why) -> new JobState.Unreachable(why);
            case Reply.Silence(var why) -> new JobState.Unreachable(why);
        };
    }

    /** The id of the job that came from that client: servers before 2025 choose the ids themselves. */
    public Optional<JobId> from(JobId client) {
        if (caller.get("/queue", PATIENCE) instanceof Reply.Told queue) {
            var queued = QueueListing.read(queue.body()).from(client.value());
            if (queued.isPresent()) {
                return queued;
            }
        }
        return caller.get("/history?max_items=" + RECENT, PATIENCE) instanceof Reply.Told history
                ? history.body().members().values().stream()
                        .map(entry -> entry.at("prompt"))
                        .filter(prompt -> QueueListing.isFrom(prompt, client.value()))
                        .flatMap(prompt -> prompt.at(1).text().stream())
                        .map(JobId::new)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Cancels that job and no other. Servers before 2025 interrupt whatever runs, so that what runs is looked at first; what
     * is waiting is taken off, and looked for again, since it may have begun meanwhile.
     */
    public Cancelled cancel(JobId id, Duration patience) {
        for (int attempt = 0; attempt < 2; attempt++) {
            if (!(caller.get("/queue", patience) instanceof Reply.Told queue) || !queue.ok()) {
                return Cancelled.UNREACHABLE;
            }
            var state = QueueListing.read(queue.body()).state(id);
            if (state.isEmpty()) {
                return attempt == 0 ? Cancelled.NOT_THERE : Cancelled.REMOVED;
            }
            if (state.get() instanceof JobState.Running) {
                var body = Json.object().put("prompt_id", id.value()).build();
                return sent(caller.post("/interrupt", body, patience), Cancelled.INTERRUPTED);
            }
            var body = Json.object().put("delete", List.of(Json.of(id.value()))).build();
            if (sent(caller.post("/queue", body, patience), Cancelled.REMOVED) == Cancelled.UNREACHABLE) {
                return Cancelled.UNREACHABLE;
            }
        }
        return Cancelled.REMOVED;
    }

    private static Cancelled sent(Reply reply, Cancelled cancelled) {
        return reply instanceof Reply.Told ? cancelled : Cancelled.UNREACHABLE;
    }

    /** Streams a file of a job to the disk. */
    public FileQuestion.Result fetch(OutputFile file, Path target) {
        return new FileQuestion(caller).fetch(file.path(), target);
    }
}
