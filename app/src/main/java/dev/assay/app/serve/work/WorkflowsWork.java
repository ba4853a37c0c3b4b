package dev.assay.app.serve.work;

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
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.ScanSurroundings;
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
import dev.assay.models.progress.Step;

/** Tells what the workflows in ComfyUI's own list need and what would make them run; does that, where the user agreed. */
final class WorkflowsWork {

    private static final String TITLE = "workflows";

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
                    ? look(wiring, ListedWorkflows.of(comfy.get()))
                    : Work.noComfy("There is no list of workflows to look through.");
        }
    }

    private Outcome look(Wiring wiring, ListedWorkflows listed) {
        if (order.reference().isEmpty()) {
            return look(wiring, listed, listed.files());
        }
        return listed.has(order.reference())
                ? look(wiring, listed, listed.only(order.reference()))
                : Work.failed(new Problem(
                        ExitCode.USAGE,
                        "workflow " + order.reference(),
                        "It is none of those in ComfyUI's own list.",
                        "Nothing was looked into or changed.",
                        "Look through the workflows again."));
    }

    private Outcome look(Wiring wiring, ListedWorkflows listed, FileNames files) {
        if (files.names().isEmpty()) {
            notes.add("There are no workflows in " + listed.folder() + " yet.");
        }
        var airs = AirContents.of(wiring);
        var seen = scan(wiring, listed.root(), files, airs);
        var models = offers(wiring, seen.tally().models());
        var plan = seen.planner().plan(models);
        if (order.kind() != Kind.FIX) {
            return outcome(seen, models, Fixed.planned(plan), seen.tally());
        }
        watch.publish(outcome(seen, models, Fixed.planned(plan), seen.tally()));
        var fixed = fixed(wiring, listed.root(), plan);
        var after = fixed.done() ? scan(wiring, listed.root(), files.renamed(fixed.names()), airs.afresh()) : seen;
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
        return new Fixing(wiring, folder, new Fixing.How(order.inPlace(), order.allowPickle(), order.offline()))
                .carryOut(plan);
    }

    /** What a look found. */
    private record Seen(Tally tally, Planner planner, NeedsJson json, StringBuilder text) {}

    private Seen scan(Wiring wiring, Path folder, FileNames files, AirContents airs) {
        watch.say("Listing the models, and asking ComfyUI about its nodes.");
        var known = ScanSurroundings.of(wiring, order.offline(), Optional.empty());
        notes.addAll(known.notes());
        var seen = new Seen(new Tally(), new Planner(), new NeedsJson(), new StringBuilder());
        seen.text().append(seen.json().beginning());
        var scan = new WorkflowScan(
                folder, known.definitions(), known.lookup(), known.nodes(), WorkflowScan.Scope.ALL, airs);
        var done = new int[1];
        scan.scan(files, Runtime.getRuntime().availableProcessors(), file -> {
            seen.tally().add(file);
            seen.planner().add(file);
            seen.text().append(seen.json().next(file));
            watch.report(new Step.Counting("workflows", ++done[0], files.names().size()));
        });
        return seen;
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
                parsed(seen.text() + end),
                title,
                Optional.empty(),
                SeenPlan.of(fixed.plan()),
                Optional.empty(),
                Map.of());
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
