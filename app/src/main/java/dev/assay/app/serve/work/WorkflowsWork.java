package dev.assay.app.serve.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.FixJson;
import dev.assay.app.report.NeedsJson;
import dev.assay.app.scan.AirContents;
import dev.assay.app.scan.FileNames;
import dev.assay.app.scan.Installation;
import dev.assay.app.scan.KnownContents;
import dev.assay.app.scan.ModelLookup;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.Tally;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.scan.fix.Fixed;
import dev.assay.app.scan.fix.Fixing;
import dev.assay.app.scan.fix.Plan;
import dev.assay.app.scan.fix.Planner;
import dev.assay.app.serve.job.Kind;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.models.download.RateLimit;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.progress.Step;
import dev.assay.models.store.StoredFile;

/** Tells what the workflows in ComfyUI's own list need and what would make them run; does that, where the user agreed. */
final class WorkflowsWork {

    private static final String FOLDER = "workflows";
    private static final String TITLE = FOLDER;

    private final Tools tools;
    private final Order order;
    private final Watch watch;
    private final List<String> notes = new ArrayList<>();

    WorkflowsWork(Tools tools, Order order, Watch watch) {
        this.tools = tools;
        this.order = order;
        this.watch = watch;
    }

    Outcome work() {
        try (var wiring = tools.wiring(order.offline(), watch)) {
            var comfy = wiring.comfy();
            return comfy.isPresent()
                    ? look(wiring, comfy.get())
                    : Work.failed(new Problem(
                            ExitCode.USAGE,
                            "ComfyUI folder",
                            "No ComfyUI folder is known.",
                            "There is no list of workflows to look through.",
                            "Start assay serve with --comfy DIR."));
        }
    }

    private Outcome look(Wiring wiring, ComfyFolders comfy) {
        var folder = comfy.root().resolve("user/default");
        var all = FileNames.of(folder, Files.isDirectory(folder.resolve(FOLDER)) ? List.of(FOLDER) : List.of());
        if (order.reference().isEmpty()) {
            return look(wiring, comfy, folder, all);
        }
        return all.names().contains(order.reference())
                ? look(wiring, comfy, folder, FileNames.of(folder, List.of(order.reference())))
                : Work.failed(new Problem(
                        ExitCode.USAGE,
                        "workflow " + order.reference(),
                        "It is none of those in ComfyUI's own list.",
                        "Nothing was looked into or changed.",
                        "Look through the workflows again."));
    }

    private Outcome look(Wiring wiring, ComfyFolders comfy, Path folder, FileNames files) {
        notes.clear();
        comfy.findings().forEach(finding -> notes.add(finding.message()));
        if (files.names().isEmpty()) {
            notes.add("There are no workflows in " + folder.resolve(FOLDER) + " yet.");
        }
        var airs = AirContents.of(wiring);
        var seen = scan(comfy, folder, files, airs);
        var models = offers(wiring, seen.tally().models());
        var plan = seen.planner().plan(models);
        if (order.kind() != Kind.FIX) {
            return outcome(seen, models, Fixed.planned(plan), seen.tally());
        }
        watch.publish(outcome(seen, models, Fixed.planned(plan), seen.tally()));
        var fixed = fixed(wiring, folder, plan);
        var after = fixed.done() ? scan(comfy, folder, files.renamed(fixed.names()), airs.afresh()) : seen;
        return outcome(seen, models, fixed, after.tally());
    }

    /** What the user has not agreed to, in just this form, is not done. */
    private Fixed fixed(Wiring wiring, Path folder, Plan plan) {
        if (plan.isEmpty()) {
            return Fixed.planned(plan);
        }
        var agreement = new Agreement(order.plan(), watch.folder());
        if (!agreement.covers(plan.digest().hex(), plan.steps())) {
            return Fixed.refused(plan, Fixing.anotherPlan(plan));
        }
        watch.say("Doing what was agreed to.");
        return new Fixing(
                        wiring,
                        folder,
                        new Fixing.How(order.inPlace(), order.allowPickle(), order.offline(), RateLimit.none()))
                .carryOut(plan);
    }

    /** What a look found. */
    private record Seen(Tally tally, Planner planner, NeedsJson json, StringBuilder text) {}

    private Seen scan(ComfyFolders comfy, Path folder, FileNames files, AirContents airs) {
        var installation = Installation.of(comfy, contents());
        installation.unreadable().forEach(what -> notes.add("Not looked at: " + what));
        var seen = new Seen(new Tally(), new Planner(order.allowPickle()), new NeedsJson(), new StringBuilder());
        seen.text().append(seen.json().beginning());
        var definitions = NodeDefinitions.core().or(NodeDefinitions.packs()).remembered();
        var scan = new WorkflowScan(
                folder, definitions, ModelLookup.in(installation), installation.nodes(), WorkflowScan.Scope.ALL, airs);
        var done = new int[1];
        scan.scan(files, Runtime.getRuntime().availableProcessors(), file -> {
            seen.tally().add(file);
            seen.planner().add(file);
            seen.text().append(seen.json().next(file));
            watch.report(new Step.Counting("workflows", ++done[0], files.names().size()));
        });
        return seen;
    }

    /** What the library has on record; without a record, hashes are not known and names must do. */
    private KnownContents contents() {
        if (!Files.isDirectory(tools.settings().home().resolve("library"))) {
            return new KnownContents(List.of());
        }
        var known = new ArrayList<StoredFile>();
        var trouble = new LibraryDesk(tools).with((store, more) -> {
            known.addAll(store.files());
            notes.addAll(more);
            return Json.none();
        });
        trouble.at("problems")
                .items()
                .forEach(problem -> problem.at("what").text().ifPresent(notes::add));
        return new KnownContents(known);
    }

    private Outcome outcome(Seen seen, List<ModelTotal> models, Fixed fixed, Tally after) {
        var codes =
                Stream.concat(Stream.of(after.code()), fixed.problems().stream().map(Problem::code));
        var code = fixed.isRefused() || watch.cancelled()
                ? ExitCode.DECLINED
                : ExitCode.first(codes.toList()).orElse(ExitCode.OK);
        var still = fixed.done() ? Optional.of(after.lacking()) : Optional.<Integer>empty();
        var end = seen.json()
                .end(
                        seen.tally(),
                        models,
                        notes.stream().distinct().toList(),
                        fixed.problems(),
                        Optional.of(FixJson.of(fixed, still)),
                        code);
        var title = order.reference().isEmpty() ? TITLE : order.reference();
        return new Outcome(
                parsed(seen.text() + end), title, Optional.empty(), plan(fixed.plan()), Optional.empty(), Map.of());
    }

    /** As the page shows the plans of other jobs. */
    private static Optional<Json> plan(Plan plan) {
        var files = plan.fetches().stream()
                .map(errand -> Json.object()
                        .put("name", errand.name().substring(errand.name().lastIndexOf('/') + 1))
                        .put("path", errand.folder() + "/" + errand.name())
                        .put("bytes", errand.bytes())
                        .build())
                .toList();
        return plan.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.object()
                        .put("digest", plan.digest().hex())
                        .put("bytes", plan.bytes())
                        .put("files", files)
                        .build());
    }

    private List<ModelTotal> offers(Wiring wiring, List<ModelTotal> models) {
        if (order.offline() || models.stream().noneMatch(ModelTotal::isLacking)) {
            return Obtaining.offlineOffers(models);
        }
        watch.say("Asking where the missing models can be had.");
        return Obtaining.of(wiring).offers(models);
    }

    private static Json parsed(String document) {
        try {
            return Json.parse(document);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a document of our own is JSON, and bounded", e);
        }
    }
}
