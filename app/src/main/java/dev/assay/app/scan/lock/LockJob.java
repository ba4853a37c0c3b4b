package dev.assay.app.scan.lock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.AirContents;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.ScanSurroundings;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.Tally;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.scan.reference.ScanTargets;
import dev.assay.app.wiring.Wiring;
import dev.assay.models.download.RateLimit;
import dev.assay.models.progress.Progress;

/** Pins everything that workflows need: from what they are named by to the lock. */
public final class LockJob {

    private final Wiring wiring;
    private final Progress progress;
    private final boolean offline;
    private final Tally tally = new Tally();
    private final List<String> names = new ArrayList<>();
    private final TreeSet<String> versions = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private LockJob(Wiring wiring, Progress progress, boolean offline) {
        this.wiring = wiring;
        this.progress = progress;
        this.offline = offline;
    }

    /** What came of it. A lock that lacks something would make another machine lack it, so that there is none rather. */
    public sealed interface Result {
        record Locked(Lock lock) implements Result {}

        /**
         * There is none.
         *
         * @param problems all that kept it from being made
         */
        record NotLocked(List<Problem> problems) implements Result {}
    }

    /**
     * What is looked for, and in what.
     *
     * @param directory what relative names start from
     * @param offline nobody is asked
     */
    public record Search(ScanSurroundings known, Path directory, WorkflowScan.Scope scope, boolean offline) {}

    /** Reads what is named, and all models that it needs, unless their content is on record. */
    public static Result lock(Wiring wiring, Progress progress, Search search, ScanTargets targets) {
        return new LockJob(wiring, progress, search.offline()).lock(search, targets);
    }

    private Result lock(Search search, ScanTargets targets) {
        var known = search.known();
        var library = wiring.getServices(RateLimit.none()).disk().library();
        if (known.installation().isEmpty() || library.isEmpty()) {
            return new Result.NotLocked(List.of(new Problem(
                    ExitCode.USAGE,
                    "ComfyUI folder",
                    "Without a ComfyUI folder nothing tells what the models are.",
                    "Nothing was pinned.",
                    "Name one with --comfy DIR or COMFYUI_ROOT.")));
        }
        var scan = new WorkflowScan(
                search.directory(),
                known.definitions(),
                known.lookup(),
                known.nodes(),
                search.scope(),
                AirContents.of(wiring));
        targets.scan(scan, this::seen, this::seen);
        var offers = offers();
        var installation = known.installation().get();
        var locking = new Locking(installation.comfy(), library.get(), progress, offers);
        var models = locking.models(offers.apply(tally.models()));
        problems.addAll(locking.problems());
        var packs = tally.packs().stream()
                .filter(pack -> pack.active())
                .map(pack -> new LockedPack(pack.need(), installation.nodes().version(pack.need())))
                .toList();
        return problems.isEmpty()
                ? new Result.Locked(new Lock(names, models, packs, List.copyOf(versions)))
                : new Result.NotLocked(problems);
    }

    private UnaryOperator<List<ModelTotal>> offers() {
        return offline ? Obtaining::offlineOffers : Obtaining.of(wiring)::offers;
    }

    private void seen(ScannedFile file) {
        tally.add(file);
        switch (file) {
            case ScannedFile.Workflow workflow -> {
                names.add(workflow.name());
                versions.addAll(workflow.needs().coreVersions());
            }
            case ScannedFile.Unread unread -> problems.add(unread.problem());
            case ScannedFile.NoWorkflow none -> none.problem().ifPresent(problems::add);
        }
    }
}
