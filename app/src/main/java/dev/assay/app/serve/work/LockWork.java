package dev.assay.app.serve.work;

import java.nio.file.Path;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonReport;
import dev.assay.app.scan.ScanSurroundings;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.scan.lock.LockJob;
import dev.assay.app.scan.reference.ScanTargets;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.json.Json;

/** Pins what workflows need: those in ComfyUI's own list, one of them, one that was dropped, or what an address of the site holds. */
final class LockWork {

    private final Tools tools;
    private final Order order;
    private final Watch watch;

    LockWork(Tools tools, Order order, Watch watch) {
        this.tools = tools;
        this.order = order;
        this.watch = watch;
    }

    Outcome work() {
        try (var wiring = tools.wiring(order.offline(), watch)) {
            return switch (MeantWorkflows.of(order, tools, wiring, "all workflows")) {
                case MeantWorkflows.Refused(var problem) ->
                    Outcome.of(JsonReport.withoutReport(problem), order.reference());
                case MeantWorkflows.These(var title, var _, var directory, var targets) ->
                    Outcome.of(locked(wiring, directory, targets), title);
            };
        }
    }

    private Json locked(Wiring wiring, Path directory, ScanTargets targets) {
        if (targets.count() == 0) {
            return JsonReport.withoutReport(new Problem(
                    ExitCode.USAGE,
                    "workflows",
                    "There are none in ComfyUI's own list yet.",
                    "Nothing was pinned.",
                    "Save one there, or drop one here."));
        }
        watch.say("Listing the models, and asking ComfyUI about its nodes.");
        var known = ScanSurroundings.of(wiring, order.offline(), Optional.empty());
        watch.say("Pinning what is needed: what is not on record is read.");
        var search = new LockJob.Search(known, directory, WorkflowScan.Scope.ALL, order.offline());
        var result = LockJob.lock(wiring, watch, search, targets);
        if (watch.cancelled()) {
            return JsonReport.withoutReport(ended());
        }
        return switch (result) {
            case LockJob.Result.Locked(var lock) -> lock.json();
            case LockJob.Result.NotLocked(var problems) ->
                JsonReport.withoutReport(
                        ExitCode.first(problems.stream().map(Problem::code).toList())
                                .orElse(ExitCode.OK),
                        problems);
        };
    }

    private static Problem ended() {
        return new Problem(
                ExitCode.DECLINED, "lock", "It was ended before all was read.", "Nothing was pinned.", "Resume it.");
    }
}
