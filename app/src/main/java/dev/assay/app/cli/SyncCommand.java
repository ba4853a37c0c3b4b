package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.ExactFetch;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.Paint;
import dev.assay.app.report.SafeText;
import dev.assay.app.report.SyncJson;
import dev.assay.app.report.SyncText;
import dev.assay.app.report.TextNotes;
import dev.assay.app.report.TextReport;
import dev.assay.app.scan.NodeCheck;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.fix.Errand;
import dev.assay.app.scan.fix.Supplying;
import dev.assay.app.scan.lock.Comparing;
import dev.assay.app.scan.lock.Lock;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.finding.Finding;
import dev.assay.models.download.RateLimit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a machine have what a lock says. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Compare this machine with a lock, and fetch the models that it lacks, verified.",
        footerHeading = "%nExamples:%n",
        footer = {"  assay sync team.lock.json", "  assay sync team.lock.json --check"})
final class SyncCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(paramLabel = "LOCK", description = "What assay lock wrote.")
    private Path lock = Path.of("");

    @Option(names = "--check", description = "Only compare: fetch nothing, ask nobody.")
    private boolean check;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--allow-pickle", description = "Fetch also formats that can run code when they are loaded.")
    private boolean allowPickle;

    @Option(
            names = "--limit-rate",
            paramLabel = "RATE",
            converter = RateConverter.class,
            description = "At most so many bytes a second for all downloads together, such as 500k or 2M.")
    private @Nullable RateLimit limit;

    @Mixin
    private CommonOptions common;

    SyncCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var wanted = LockFile.read(streams, lock);
        try (var progress = new ProgressLine(streams);
                var wiring = new Wiring(
                        common.settings(streams.environment()),
                        check,
                        progress,
                        common.verbose() ? line -> streams.err().println(RequestLines.text(line)) : _ -> {})) {
            return sync(wanted, wiring, progress).number();
        }
    }

    private ExitCode sync(Lock wanted, Wiring wiring, ProgressLine progress) {
        var services = wiring.getServices(limit == null ? RateLimit.none() : limit);
        var disk = services.disk();
        var comfy = disk.comfy()
                .orElseThrow(() -> new StopException(
                        ExitCode.USAGE,
                        "Without a ComfyUI folder there is nothing to compare.\n"
                                + "Name one with --comfy DIR or COMFYUI_ROOT."));
        var comparing = new Comparing(comfy, disk.library().orElseThrow(), progress);
        var models = comparing.models(wanted.models());
        var lacking = models.stream()
                .filter(one -> one.standing() == Comparing.Standing.MISSING)
                .map(Comparing.Compared::model)
                .toList();
        List<Problem> problems = new ArrayList<>();
        List<Finding> findings = List.of();
        if (!check && !lacking.isEmpty() && agreed(lacking, progress, problems)) {
            var fetch = new ExactFetch(services.downloads().get(), disk, comfy, allowPickle);
            problems.addAll(new Supplying(Obtaining.of(wiring), fetch).supply(lacking));
            findings = fetch.findings();
            models = comparing.models(wanted.models());
        }
        progress.clear();
        return told(models, Comparing.packs(wanted.packs(), NodeCheck.installedIn(comfy)), findings, problems);
    }

    private boolean agreed(List<Errand> lacking, ProgressLine progress, List<Problem> problems) {
        if (yes) {
            return true;
        }
        var console = streams.console();
        var answer = "";
        if (console.isPresent() && !common.json()) {
            progress.clear();
            lacking.forEach(one -> streams.out().println("  fetch  " + SafeText.line(one.folder() + "/" + one.name())));
            var bytes = lacking.stream().mapToLong(Errand::bytes).sum();
            var line = console.get().readLine("Download %s? [y/N] ", TextReport.size(bytes));
            answer = line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
        }
        if (!List.of("y", "yes").contains(answer)) {
            problems.add(new Problem(
                    ExitCode.DECLINED,
                    "models",
                    "Some are missing, and nobody agreed to download them.",
                    "Nothing was downloaded.",
                    "Run it again with --yes."));
            return false;
        }
        return true;
    }

    private ExitCode told(
            List<Comparing.Compared> models,
            List<Comparing.ComparedPack> packs,
            List<Finding> findings,
            List<Problem> problems) {
        var declined = problems.stream().anyMatch(problem -> problem.code() == ExitCode.DECLINED);
        List<ExitCode> codes = new ArrayList<>();
        problems.forEach(problem -> codes.add(problem.code()));
        models.forEach(one -> codes.add(code(one.standing(), declined)));
        packs.forEach(one -> codes.add(SyncText.isLacking(one) ? ExitCode.INGREDIENT : ExitCode.OK));
        var code = declined ? ExitCode.DECLINED : ExitCode.first(codes).orElse(ExitCode.OK);
        if (common.json()) {
            streams.out()
                    .print(SyncJson.of(models, packs, findings, problems, code).writePretty());
        } else {
            streams.out().print(SyncText.of(models, packs, new Paint(streams.colours())));
            streams.out().print(TextNotes.of(findings, problems, code, new Paint(streams.colours())));
        }
        return code;
    }

    private static ExitCode code(Comparing.Standing standing, boolean declined) {
        return switch (standing) {
            case SAME -> ExitCode.OK;
            case MISSING -> declined ? ExitCode.DECLINED : ExitCode.INGREDIENT;
            case DIFFERENT -> ExitCode.INTEGRITY;
            case UNREADABLE -> ExitCode.THIS_COMPUTER;
        };
    }
}
