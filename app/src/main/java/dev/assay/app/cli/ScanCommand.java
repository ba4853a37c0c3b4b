package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.FixJson;
import dev.assay.app.report.NeedsHtml;
import dev.assay.app.report.NeedsJUnit;
import dev.assay.app.report.NeedsJson;
import dev.assay.app.report.NeedsText;
import dev.assay.app.report.Paint;
import dev.assay.app.report.ReportFile;
import dev.assay.app.report.SafeText;
import dev.assay.app.report.StreamedReport;
import dev.assay.app.report.TextNotes;
import dev.assay.app.scan.AirContents;
import dev.assay.app.scan.Installation;
import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.ScanSurroundings;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.Tally;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.scan.fix.Fixed;
import dev.assay.app.scan.fix.Planner;
import dev.assay.app.scan.reference.ScanTargets;
import dev.assay.app.wiring.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what workflows need, and what of it is missing. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Tell which models and nodes workflows need, and which are missing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay scan workflow.json --comfy ~/ComfyUI",
            "  assay scan ~/ComfyUI/user/default/workflows --json > needs.json",
            "  assay scan https://civitai.com/images/96712457",
            "  assay scan workflows.zip --junit needs.xml --html needs.html",
            "  assay scan workflow.json --fix",
            "  assay scan workflow.json --plan fetch.sh",
        })
final class ScanCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(
            paramLabel = "PATH|REF",
            arity = "0..*",
            description =
                    "Workflows, images and films that carry one, zip files of them; a folder stands for all in it."
                            + " Or what is on the site: an image, a post, a model of type Workflows.")
    private List<String> paths = List.of();

    @Mixin
    private ScanOptions options;

    @Mixin
    private ReportOptions reporting;

    @Mixin
    private FixOptions fixing;

    @Mixin
    private CommonOptions common;

    private final List<Report> reports = new ArrayList<>();

    ScanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        fixing.check();
        if (paths.isEmpty() && fixing.planFrom().isEmpty()) {
            throw new StopException(ExitCode.USAGE, "Give a workflow, a folder of them, or an address of the site.");
        }
        try (var progress = new ProgressLine(streams);
                var wiring = new Wiring(
                        common.settings(streams.environment()),
                        options.offline(),
                        progress,
                        common.verbose() ? line -> streams.err().println(RequestLines.text(line)) : _ -> {})) {
            var targets = options.targets(streams, wiring, paths);
            return scan(wiring, options.surroundings(streams, wiring), targets).number();
        } finally {
            closeReports();
        }
    }

    private ExitCode scan(Wiring wiring, ScanSurroundings known, ScanTargets targets) {
        known.notes().forEach(this::note);
        begin(reporting.junit(), new NeedsJUnit());
        begin(reporting.html(), new NeedsHtml());
        var json = new NeedsJson();
        var tally = new Tally();
        var text = new NeedsText(new Paint(streams.colours()), targets.count() == 1);
        if (common.json()) {
            streams.out().print(json.beginning());
        }
        var planner = new Planner(fixing.allowPickle());
        var airs = AirContents.of(wiring);
        look(known, targets, airs, (file, here) -> {
            tally.add(file);
            if (here) {
                planner.add(file);
            } else {
                planner.addElsewhere(file);
            }
            streams.out().print(common.json() ? json.next(file) : text.of(file));
            report(file);
        });
        targets.notes().forEach(this::note);
        var models = offers(wiring, tally.models());
        finish(known.installation(), tally, models);
        var problems = new ArrayList<>(problems(wiring, known));
        if (!common.json()) {
            streams.out().print(paths.isEmpty() ? "" : text.end(tally, models));
        }
        var fix = fix(wiring, planner, models);
        fix.ifPresent(outcome -> problems.addAll(outcome.problems()));
        var after = fix.filter(Fixed::done).map(fixed -> again(wiring, targets.renamed(fixed.names()), airs));
        var code = fix.filter(Fixed::isRefused).isPresent()
                ? ExitCode.DECLINED
                : first(after.orElse(tally).code(), problems);
        if (common.json()) {
            var done = fix.map(outcome -> FixJson.of(outcome, after.map(Tally::lacking)));
            streams.out().print(json.end(tally, models, notes(known, targets), problems, done, code));
        } else {
            after.filter(now -> now.workflows() > 0)
                    .ifPresent(now -> streams.out()
                            .println("Now " + now.lacking() + " of " + now.workflows() + " workflows lack something."));
            streams.out()
                    .print(TextNotes.of(
                            fix.map(Fixed::findings).orElse(List.of()), problems, code, new Paint(streams.colours())));
        }
        return code;
    }

    private void note(String note) {
        streams.err().println("assay: " + SafeText.line(note));
    }

    private static List<String> notes(ScanSurroundings known, ScanTargets targets) {
        return Stream.concat(known.notes().stream(), targets.notes().stream()).toList();
    }

    private static ExitCode first(ExitCode code, List<Problem> problems) {
        return ExitCode.first(Stream.concat(Stream.of(code), problems.stream().map(Problem::code))
                        .toList())
                .orElse(ExitCode.OK);
    }

    private Optional<Fixed> fix(Wiring wiring, Planner planner, List<ModelTotal> models) {
        if (!fixing.wanted()) {
            return Optional.empty();
        }
        var plan = fixing.planFrom().isPresent()
                ? ScanFix.read(streams.environment()
                        .directory()
                        .resolve(fixing.planFrom().get()))
                : planner.plan(models);
        return Optional.of(new ScanFix(streams, wiring, fixing, common.json(), options.offline()).of(plan));
    }

    /** How it is once the plan was carried out. */
    private Tally again(Wiring wiring, ScanTargets targets, AirContents airs) {
        var tally = new Tally();
        look(options.surroundings(streams, wiring), targets, airs.afresh(), (file, _) -> tally.add(file));
        return tally;
    }

    private interface Screen {
        void show(ScannedFile file, boolean here);
    }

    private void look(ScanSurroundings known, ScanTargets targets, AirContents airs, Screen screen) {
        var scan = new WorkflowScan(
                streams.environment().directory(),
                known.definitions(),
                known.lookup(),
                known.nodes(),
                options.scope(),
                airs);
        try (var progress = new CountLine(streams, "looked into", targets.count())) {
            var done = new int[1];
            Screen counted = (file, here) -> {
                progress.clear();
                screen.show(file, here);
                progress.report(++done[0]);
            };
            targets.scan(scan, file -> counted.show(file, true), file -> counted.show(file, false));
        }
    }

    private List<ModelTotal> offers(Wiring wiring, List<ModelTotal> models) {
        if (options.offline()) {
            return Obtaining.offlineOffers(models);
        }
        return models.stream().anyMatch(ModelTotal::isLacking)
                ? Obtaining.of(wiring).offers(models)
                : models;
    }

    /** Without a folder to look in, the needs are told all the same; that nobody looked is an error all the same. */
    private List<Problem> problems(Wiring wiring, ScanSurroundings known) {
        var named = wiring.settings().comfyRoot().isPresent();
        var looked = named ? known.installation().isPresent() : known.models().isPresent();
        if (looked || options.scope() == WorkflowScan.Scope.ONLY_NODES) {
            return List.of();
        }
        return List.of(new Problem(
                ExitCode.USAGE,
                "ComfyUI folder",
                wiring.settings()
                        .comfyRoot()
                        .map(folder -> "There is no folder \"" + folder + "\".")
                        .orElse("No ComfyUI folder was given, and none was found near the current folder."),
                "What the workflows need is told; whether it is there is not known.",
                "Name the folder with --comfy DIR or COMFYUI_ROOT, or a running server with --comfy-url."));
    }

    /** A report that is to be written, and where. */
    private record Report(ReportFile file, Path target) {

        interface Step {
            void on(ReportFile file) throws IOException;
        }

        void step(Step step) {
            try {
                step.on(file);
            } catch (IOException e) {
                throw Unwritable.of(target, e);
            }
        }
    }

    private void begin(Optional<Path> named, StreamedReport report) {
        if (named.isPresent()) {
            var target = streams.environment().directory().resolve(named.get());
            try {
                reports.add(new Report(ReportFile.begin(report, target), target));
            } catch (IOException e) {
                throw Unwritable.of(target, e);
            }
        }
    }

    private void report(ScannedFile file) {
        reports.forEach(report -> report.step(one -> one.add(file)));
    }

    private void finish(Optional<Installation> installation, Tally tally, List<ModelTotal> models) {
        var ending = new StreamedReport.Ending(
                models,
                tally.packs(),
                installation.map(one -> one.unused(models)).orElse(List.of()));
        reports.forEach(report -> report.step(one -> one.finish(ending)));
    }

    private void closeReports() {
        for (var report : reports) {
            try {
                report.file().close();
            } catch (IOException e) {
                streams.err().println("assay: " + SafeText.line(String.valueOf(e.getMessage())));
            }
        }
    }
}
