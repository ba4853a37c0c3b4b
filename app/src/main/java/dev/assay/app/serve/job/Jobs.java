package dev.assay.app.serve.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonReport;

/** All jobs of this computer's page. */
public final class Jobs {

    /** Who looks may look at several things at once. */
    private static final int LOOKING = 4;

    private static final int MOST_REMEMBERED = 300;

    private final ConcurrentSkipListMap<String, ServedJob> jobs = new ConcurrentSkipListMap<>();
    private final JobFolder folder;
    private final Worker worker;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Semaphore looking = new Semaphore(LOOKING, true);

    /** Whatever fills the disk or the line goes one after the other. */
    private final Semaphore doing = new Semaphore(1, true);

    /**
     * Takes up what is remembered; whatever was under way waits for its user.
     *
     * @param root the folder of their folders
     */
    public Jobs(Path root, Worker worker, InstantSource clock, RandomGenerator random) throws IOException {
        this.folder = new JobFolder(root);
        this.worker = worker;
        this.clock = clock;
        this.random = random;
        folder.load().forEach(job -> jobs.put(job.id(), job));
    }

    /** All of them, the newest first. */
    public Collection<ServedJob> all() {
        return List.copyOf(jobs.descendingMap().values());
    }

    public Optional<ServedJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** Begins one. */
    public ServedJob begin(Order order) {
        var now = clock.instant();
        var job = new ServedJob(JobIds.next(now, random), order, now, State.PAUSED, Outcome.NONE, folder);
        jobs.put(job.id(), job);
        forgetOldest();
        start(job);
        return job;
    }

    /** Goes on with one that is held. */
    public boolean resume(ServedJob job) {
        return start(job);
    }

    public boolean pause(ServedJob job) {
        return job.order().kind() != Kind.RUN && job.end(State.PAUSED);
    }

    public boolean cancel(ServedJob job) {
        return job.end(State.CANCELLED);
    }

    /** Forgets one that is over, or held. */
    public boolean forget(ServedJob job) throws IOException {
        var state = job.state();
        if (!state.isOver() && state != State.PAUSED) {
            return false;
        }
        jobs.remove(job.id());
        folder.forget(job.id());
        return true;
    }

    private void forgetOldest() {
        if (jobs.size() > MOST_REMEMBERED) {
            jobs.values().stream()
                    .filter(job -> job.state().isOver())
                    .findFirst()
                    .ifPresent(oldest -> {
                        try {
                            forget(oldest);
                        } catch (IOException _) {
                            // It stays on the disk, and is tried again at the next start.
                        }
                    });
        }
    }

    private boolean start(ServedJob job) {
        if (!job.queue()) {
            return false;
        }
        Thread.ofVirtual().name(job.id()).start(() -> run(job));
        return true;
    }

    private void run(ServedJob job) {
        var room = switch (job.order().kind()) {
            case SHOW, WORKFLOWS, COMPARE, DOCTOR -> looking;
            case MAKE, FIX, SCAN, RUN, LOCK, SYNC, GET -> doing;
        };
        room.acquireUninterruptibly();
        try {
            if (job.begin()) {
                job.ended(worker.work(job.order(), job.watch(this::find)));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            job.ended(defect(e));
        } finally {
            room.release();
        }
    }

    private static Outcome defect(Throwable e) {
        return Outcome.of(
                JsonReport.withoutReport(new Problem(
                        ExitCode.DEFECT,
                        "job",
                        "A defect in Assay itself: " + e,
                        "The job was not done.",
                        "Please report it.")),
                "");
    }
}
