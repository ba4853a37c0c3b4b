package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.Paint;
import dev.assay.app.report.SafeText;
import dev.assay.app.report.SyncJson;
import dev.assay.app.report.SyncText;
import dev.assay.app.report.TextNotes;
import dev.assay.app.report.TextReport;
import dev.assay.app.scan.fix.Errand;
import dev.assay.app.scan.lock.Lock;
import dev.assay.app.scan.lock.Syncing;
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
        try {
            return sync(Syncing.of(wiring, progress, wanted), progress);
        } catch (Syncing.NoComfyException e) {
            throw new StopException(
                    ExitCode.USAGE, String.valueOf(e.getMessage()) + "\nName one with --comfy DIR or COMFYUI_ROOT.");
        }
    }

    private ExitCode sync(Syncing syncing, ProgressLine progress) {
        var state = syncing.compare();
        var plan = state.plan();
        List<Problem> problems = new ArrayList<>();
        List<Finding> findings = List.of();
        if (!check && !plan.isEmpty() && agreed(plan.fetches(), progress, problems)) {
            var fetched = syncing.fetch(plan, allowPickle, limit == null ? RateLimit.none() : limit);
            problems.addAll(fetched.problems());
            findings = fetched.findings();
            state = syncing.compare();
        }
        progress.clear();
        return told(state, findings, problems);
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

    private ExitCode told(Syncing.State state, List<Finding> findings, List<Problem> problems) {
        var code = state.code(problems);
        if (common.json()) {
            streams.out()
                    .print(SyncJson.of(state.models(), state.packs(), findings, problems, code)
                            .writePretty());
        } else {
            streams.out().print(SyncText.of(state.models(), state.packs(), new Paint(streams.colours())));
            streams.out().print(TextNotes.of(findings, problems, code, new Paint(streams.colours())));
        }
        return code;
    }
}
