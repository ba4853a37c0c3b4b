package dev.assay.app.serve.work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.FixJson;
import dev.assay.app.report.NeedsJson;
import dev.assay.app.scan.AirContents;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.ScanSurroundings;
import dev.assay.app.scan.ScannedFile;
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
import dev.assay.models.download.RateLimit;
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
            return switch (MeantWorkflows.of(order, tools, wiring, TITLE)) {
                case MeantWorkflows.Refused(var problem) -> Work.failed(problem);
                case MeantWorkflows.These these -> look(wiring, these);
            };
        }
    }

    private Outcome look(Wiring wiring, MeantWorkflows.These meant) {
        if (meant.targets().count() == 0) {
            notes.add("There are no workflows in ComfyUI's own list yet: " + meant.directory() + ".");
        }
        var airs = AirContents.of(wiring);
        var seen = scan(wiring, meant, airs);
        var models = offers(wiring, seen.tally().models());
        var plan = seen.planner().plan(models);
        if (order.kind() != Kind.FIX) {
            return outcome(meant, seen, models, Fixed.planned(plan), seen.tally());
        }
        watch.publish(outcome(meant, seen, models, Fixed.planned(plan), seen.tally()));
        var fixed = fixed(wiring, meant.directory(), plan);
        var after =
                fixed.done() ? scan(wiring, meant.with(meant.targets().renamed(fixed.names())), airs.afresh()) : seen;
        return outcome(meant, seen, models, fixed, after.tally());
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

    private Seen scan(Wiring wiring, MeantWorkflows.These meant, AirContents airs) {
        watch.say("Listing the models, and asking ComfyUI about its nodes.");
        var known = ScanSurroundings.of(wiring, order.offline(), Optional.empty());
        notes.addAll(known.notes());
        if (known.models().isEmpty()) {
            notes.add("No ComfyUI folder is known, and no ComfyUI answers: what is there already is not known.");
        }
        var seen = new Seen(new Tally(), new Planner(order.allowPickle()), new NeedsJson(), new StringBuilder());
        seen.text().append(seen.json().beginning());
        var scan = new WorkflowScan(
                meant.directory(), known.definitions(), known.lookup(), known.nodes(), WorkflowScan.Scope.ALL, airs);
        var done = new int[1];
        Consumer<ScannedFile> each = file -> {
            seen.tally().add(file);
            switch (meant.owner()) {
                case COMFY -> seen.planner().add(file);
                case DROPPED -> seen.planner().addCopy(file);
                case SITE -> seen.planner().addElsewhere(file);
            }
            seen.text().append(seen.json().next(file));
            watch.report(
                    new Step.Counting("workflows", ++done[0], meant.targets().count()));
        };
        meant.targets().scan(scan, each, each);
        notes.addAll(meant.targets().notes());
        return seen;
    }

    private Outcome outcome(MeantWorkflows.These meant, Seen seen, List<ModelTotal> models, Fixed fixed, Tally after) {
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
        return new Outcome(
                parsed(seen.text() + end),
                meant.title(),
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
