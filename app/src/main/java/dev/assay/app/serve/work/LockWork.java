package dev.assay.app.serve.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonReport;
import dev.assay.app.scan.FileNames;
import dev.assay.app.scan.ScanSurroundings;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.scan.lock.LockJob;
import dev.assay.app.scan.reference.Given;
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

    /** What is to be locked. */
    private sealed interface Meant {
        record Targets(String title, Path directory, ScanTargets targets) implements Meant {}

        record Refused(Problem problem) implements Meant {}
    }

    Outcome work() {
        try (var wiring = tools.wiring(order.offline(), watch)) {
            return switch (meant(wiring)) {
                case Meant.Refused(var problem) -> Outcome.of(JsonReport.withoutReport(problem), order.reference());
                case Meant.Targets(var title, var directory, var targets) ->
                    Outcome.of(locked(wiring, directory, targets), title);
            };
        }
    }

    private Json locked(Wiring wiring, Path directory, ScanTargets targets) {
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

    private Meant meant(Wiring wiring) {
        if (order.file().isPresent()) {
            return dropped();
        }
        var listed = wiring.comfy().map(ListedWorkflows::of);
        if (order.reference().isEmpty()) {
            return listed.<Meant>map(all -> all.files().names().isEmpty()
                            ? refused("There are no workflows in " + all.folder() + " yet.", "Drop one here.")
                            : new Meant.Targets("all workflows", all.root(), ScanTargets.ofFiles(all.files())))
                    .orElseGet(() -> refused("No ComfyUI folder is known.", "Start assay serve with --comfy DIR."));
        }
        var one = listed.filter(all -> all.has(order.reference()));
        return one.<Meant>map(all -> new Meant.Targets(
                        order.reference(), all.root(), ScanTargets.ofFiles(all.only(order.reference()))))
                .orElseGet(() -> pointed(wiring));
    }

    private Meant dropped() {
        Optional<Path> file;
        try {
            file = order.file().isEmpty()
                    ? Optional.empty()
                    : tools.uploads().find(order.file().get());
        } catch (IOException _) {
            // As if it were not there: the user can drop it again.
            file = Optional.empty();
        }
        return file.<Meant>map(path -> {
                    var name = String.valueOf(path.getFileName());
                    var folder = path.toAbsolutePath().resolveSibling("");
                    return new Meant.Targets(name, folder, ScanTargets.ofFiles(FileNames.of(folder, List.of(name))));
                })
                .orElseGet(() -> refused("The file that was dropped is not there any more.", "Drop it once more."));
    }

    /** A path of this computer is not taken: a page has no current folder. Files are dropped. */
    private Meant pointed(Wiring wiring) {
        try {
            var given = ScanTargets.given(wiring, tools.home(), List.of(order.reference()));
            return given.files().isEmpty()
                    ? new Meant.Targets(
                            order.reference(),
                            tools.home(),
                            ScanTargets.of(wiring, tools.home(), order.offline(), given))
                    : refused(
                            "\"" + order.reference()
                                    + "\" is neither a workflow of ComfyUI's own list nor an address of the site.",
                            "Paste the link of an image, a post or a model of type Workflows, or drop a file.");
        } catch (Given.NotUnderstoodException e) {
            return refused(String.valueOf(e.getMessage()), e.advice());
        }
    }

    private static Meant refused(String what, String next) {
        return new Meant.Refused(new Problem(ExitCode.USAGE, "workflow", what, "Nothing was pinned.", next));
    }
}
