package dev.assay.app.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.assay.app.pipeline.Problem;
import dev.assay.comfyui.job.JobId;
import dev.assay.comfyui.job.JobQueue;
import dev.assay.comfyui.job.JobRecord;
import dev.assay.comfyui.job.JobResult;
import dev.assay.comfyui.job.JobState;
import dev.assay.comfyui.job.OutputFile;
import dev.assay.comfyui.job.Submission;
import dev.assay.comfyui.job.Submitted;
import dev.assay.comfyui.watch.Outcome;
import dev.assay.core.finding.Finding;
import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.api.ApiFormat;

/**
 * One job of one graph: found again where an earlier run had queued it, queued where not, and followed to its end. Until it
 * is over it is remembered, so that no way of ending loses it.
 */
final class Execution {

    private final RunServices services;
    private final ServerCheck.Checked checked;
    private final JobQueue queue;
    private final Json prompt;
    private final Sha256 digest;
    private final Memory memory;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final AtomicReference<JobRecord> current;
    private Optional<RunReport.Job> job = Optional.empty();

    Execution(RunServices services, ServerCheck.Checked checked) {
        this.services = services;
        this.checked = checked;
        this.queue = services.server().jobs();
        this.prompt = ApiFormat.write(checked.graph());
        this.digest = digest(prompt);
        this.memory = new Memory(services.journal(), findings);
        this.current = new AtomicReference<>(fresh());
    }

    /**
     * A job that ran to its end.
     *
     * @param executed what ran, as the server has it
     */
    record Finished(JobId id, List<OutputFile> files, Json executed) {}

    Optional<RunReport.Job> job() {
        return job;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Problem> problems() {
        return problems;
    }

    private static Sha256 digest(Json prompt) {
        try {
            var bytes = prompt.write().getBytes(StandardCharsets.UTF_8);
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Runs it; empty where it did not run to its end, which the problems explain. */
    Optional<Finished> run() throws InterruptedException {
        var earlier = earlier();
        var record = earlier.orElseGet(current::get);
        current.set(record);
        try (var watch = services.server().listen(record.client(), services.pace(), services.nanos());
                var _ = services.interruption().onEnd(this::cancel)) {
            var taken = earlier.isPresent() ? earlier : submit(record);
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            job = Optional.of(new RunReport.Job(taken.get().id().value(), earlier.isPresent()));
            services.screen().begin(checked.graph());
            var outcome = watch.follow(taken.get().id(), services.screen()::tell);
            watch.strangers().stream().findFirst().ifPresent(this::setAside);
            return judge(taken.get(), outcome);
        }
    }

    private JobRecord fresh() {
        var id = JobId.fresh();
        return new JobRecord(
                id, id, services.server().address(), digest, services.clock().instant(), false);
    }

    private void setAside(String stranger) {
        findings.add(Finding.info(
                "FOREIGN_MESSAGES",
                "The server also sent messages about other jobs, such as " + stranger + "; they were set aside."));
    }

    /** The job of an earlier run that did not see its end. */
    private Optional<JobRecord> earlier() {
        var kept = memory.find(services.server().address(), digest);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        var record = kept.get().answered()
                ? kept.get()
                : queue.from(kept.get().client()).map(kept.get()::taken).orElse(kept.get());
        var state = queue.find(record.id());
        if (isOver(state)) {
            memory.forget(record);
            findings.add(Finding.info(
                    "JOB_GONE",
                    "An earlier run had queued this workflow (job " + record.id() + ", " + record.at()
                            + "), but the server "
                            + (state instanceof JobState.Unknown
                                    ? "does not know that job any more"
                                    : "did not finish it")
                            + "; it is queued anew."));
            return Optional.empty();
        }
        findings.add(Finding.info(
                "JOB_RESUMED",
                "An earlier run had queued this workflow (job " + record.id() + ", " + record.at()
                        + "); that job is followed, and nothing is queued a second time."));
        memory.keep(record);
        return Optional.of(record);
    }

    /** What was interrupted or failed then is tried again now; what is not answered is followed, which waits. */
    private static boolean isOver(JobState state) {
        return switch (state) {
            case JobState.Unknown() -> true;
            case JobState.Ended(var result, var _) -> !(result instanceof JobResult.Done);
            case JobState.Waiting _, JobState.Running _, JobState.Foreign _, JobState.Unreachable _ -> false;
        };
    }

    private Optional<JobRecord> submit(JobRecord record) {
        memory.keep(record);
        return switch (queue.submit(new Submission(record.id(), prompt, checked.canvas()))) {
            case Submitted.Queued(var id, var leftOut) -> {
                var taken = keep(record.taken(id));
                yield leftOut.isEmpty() ? Optional.of(taken) : withdraw(taken, leftOut);
            }
            case Submitted.Refused(var reasons) -> {
                memory.forget(record);
                problems.add(Ends.refused(reasons));
                yield Optional.empty();
            }
            case Submitted.Unanswered(var why) -> unanswered(record, why);
        };
    }

    private JobRecord keep(JobRecord taken) {
        current.set(taken);
        memory.keep(taken);
        return taken;
    }

    /** The server may have taken it before the connection failed. */
    private Optional<JobRecord> unanswered(JobRecord record, String why) {
        var found = queue.find(record.id()) instanceof JobState.Unknown ? queue.from(record.client()) : known(record);
        if (found.isPresent()) {
            return Optional.of(keep(record.taken(found.get())));
        }
        problems.add(Ends.unanswered(services.server().address(), why));
        return Optional.empty();
    }

    private Optional<JobId> known(JobRecord record) {
        return queue.find(record.id()) instanceof JobState.Unreachable ? Optional.empty() : Optional.of(record.id());
    }

    /** A half of a workflow is not the workflow. */
    private Optional<JobRecord> withdraw(JobRecord taken, List<String> leftOut) {
        queue.cancel(taken.id(), Cancelling.LAST_WORD);
        memory.forget(taken);
        problems.add(Ends.leftOut(leftOut));
        return Optional.empty();
    }

    private Optional<Finished> judge(JobRecord record, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ended(JobResult.Done(var files), var executed) ->
                Optional.of(new Finished(record.id(), files, executed));
            case Outcome.Ended(JobResult.Failed failed, var _) -> ended(record, Ends.failed(record.id(), failed));
            case Outcome.Ended(JobResult.Interrupted(var node), var _) ->
                ended(record, Ends.interrupted(record.id(), node));
            case Outcome.Gone() ->
                ended(record, Ends.gone(record.id(), services.server().address()));
            case Outcome.Foreign(var received) -> {
                problems.add(Ends.foreign(record.id(), received));
                yield Optional.empty();
            }
            case Outcome.Lost(var why) -> {
                problems.add(Ends.lost(record.id(), services.server().address(), why));
                yield Optional.empty();
            }
        };
    }

    private Optional<Finished> ended(JobRecord record, Problem problem) {
        memory.forget(record);
        problems.add(problem);
        return Optional.empty();
    }

    /** The user ends the program: so does the job, and no other. */
    private void cancel() {
        services.screen().say(Cancelling.of(queue, current::get));
    }

    /** The job is over and everything of it is here. */
    void forget() {
        memory.find(services.server().address(), digest).ifPresent(memory::forget);
    }
}
