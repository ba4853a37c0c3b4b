package dev.assay.app.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import dev.assay.comfyui.job.JobId;
import dev.assay.comfyui.job.JobQueue;
import dev.assay.comfyui.job.JobRecord;

/** Takes a job back when its user ends the program, quickly, since the process is about to end. */
final class Cancelling {

    /** For each question. */
    static final Duration LAST_WORD = Duration.ofSeconds(3);

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Cancelling() {}

    /**
     * Cancels it, and says how that went.
     *
     * @param record reads what is known of the job at that moment: the program may end while it is being given to the server
     */
    static String of(JobQueue queue, Supplier<JobRecord> record) {
        var id = named(queue, record);
        if (id.isEmpty()) {
            return "Interrupted; the server does not know the job.";
        }
        var how = switch (queue.cancel(id.get(), LAST_WORD)) {
            case REMOVED -> "its job was taken off the queue";
            case INTERRUPTED -> "its job was told to stop";
            case NOT_THERE -> "its job was over already; run the same command again to fetch what it made";
            case UNREACHABLE ->
                "the server does not answer, so that its job may still run; run the same command again to find it";
        };
        return "Interrupted; " + how + " (" + id.get() + ").";
    }

    /** What the server calls the job; while it has not answered, the job is looked for by who gave it. */
    private static Optional<JobId> named(JobQueue queue, Supplier<JobRecord> record) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (record.get().answered()) {
                return Optional.of(record.get().id());
            }
            var found = queue.from(record.get().client());
            if (found.isPresent()) {
                return found;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return Optional.empty();
    }
}
