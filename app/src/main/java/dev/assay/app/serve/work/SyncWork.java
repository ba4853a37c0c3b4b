package dev.assay.app.serve.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.SyncJson;
import dev.assay.app.scan.fix.Fixing;
import dev.assay.app.scan.lock.Lock;
import dev.assay.app.scan.lock.Syncing;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.models.download.RateLimit;

/**
 * Compares this computer with a lock, one that was dropped or one that a job has made. Where the user has agreed to what is
 * missing, that is fetched.
 */
final class SyncWork {

    private static final long LARGEST = 64L << 20;

    private final Tools tools;
    private final Order order;
    private final Watch watch;

    SyncWork(Tools tools, Order order, Watch watch) {
        this.tools = tools;
        this.order = order;
        this.watch = watch;
    }

    /** The lock, and what to call it. */
    private record Named(String title, Json document) {}

    Outcome work() {
        try {
            var given = given();
            var lock = given.flatMap(one -> Lock.read(one.document()));
            return lock.isPresent() ? sync(given.get().title(), lock.get()) : notALock("It is no lock of assay lock.");
        } catch (MalformedJsonException e) {
            return notALock("It is no JSON: " + e.getMessage() + ".");
        } catch (IOException _) {
            return notALock("It cannot be read any more.");
        }
    }

    private static Outcome notALock(String what) {
        return Work.failed(new Problem(
                ExitCode.USAGE,
                "lock",
                what,
                "There is nothing to compare this computer with.",
                "Drop a file that assay lock or this page has written."));
    }

    private Optional<Named> given() throws IOException, MalformedJsonException {
        if (order.file().isEmpty()) {
            return order.job().flatMap(watch::other).map(job -> new Named(job.title(), job.document()));
        }
        var file = tools.uploads().find(order.file().get());
        return file.isPresent() && Files.size(file.get()) <= LARGEST
                ? Optional.of(new Named(name(file.get()), Json.parse(Files.readString(file.get()))))
                : Optional.empty();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Outcome sync(String title, Lock lock) {
        try (var wiring = tools.wiring(order.plan().isEmpty(), watch)) {
            return sync(title, Syncing.of(wiring, watch, lock));
        } catch (Syncing.NoComfyException _) {
            return Work.noComfy("There is nothing to compare with the lock.");
        }
    }

    private Outcome sync(String title, Syncing syncing) {
        watch.say("Comparing: what is not on record is read.");
        var before = syncing.compare();
        if (order.plan().isEmpty()) {
            return outcome(title, before, List.of(), watch.cancelled() ? List.of(ended()) : List.of());
        }
        var plan = before.plan();
        watch.publish(outcome(title, before, List.of(), List.of()));
        if (plan.isEmpty()) {
            return outcome(title, before, List.of(), List.of());
        }
        if (watch.cancelled()) {
            return outcome(title, before, List.of(), List.of(ended()));
        }
        if (!new Agreement(order.plan(), watch.folder()).covers(plan.digest().hex(), plan.steps())) {
            return outcome(title, before, List.of(), List.of(Fixing.anotherPlan(plan)));
        }
        watch.say("Fetching what was agreed to.");
        var fetched = syncing.fetch(plan, order.allowPickle(), RateLimit.none());
        var problems = new ArrayList<>(fetched.problems());
        if (watch.cancelled()) {
            problems.add(ended());
        }
        return outcome(title, syncing.compare(), fetched.findings(), problems);
    }

    private static Problem ended() {
        return new Problem(
                ExitCode.DECLINED,
                "models",
                "It was ended before all was done.",
                "What has arrived whole stays, and of the rest what has arrived is kept.",
                "Resume it.");
    }

    private static Outcome outcome(String title, Syncing.State state, List<Finding> findings, List<Problem> problems) {
        return new Outcome(
                SyncJson.of(state.models(), state.packs(), findings, problems, state.code(problems)),
                title,
                Optional.empty(),
                SeenPlan.of(state.plan()),
                Optional.empty(),
                Map.of());
    }
}
