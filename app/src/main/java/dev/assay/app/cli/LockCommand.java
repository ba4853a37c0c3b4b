package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.WholeFile;
import dev.assay.app.report.JsonReport;
import dev.assay.app.report.Paint;
import dev.assay.app.report.SafeText;
import dev.assay.app.report.TextNotes;
import dev.assay.app.scan.lock.Drift;
import dev.assay.app.scan.lock.Lock;
import dev.assay.app.scan.lock.LockJob;
import dev.assay.app.scan.reference.ScanTargets;
import dev.assay.app.wiring.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pins everything that workflows need. */
@Command(
        name = "lock",
        mixinStandardHelpOptions = true,
        description = "Write down the content of every model that workflows need, and every pack of nodes with its"
                + " version, so that assay sync makes another machine the same.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay lock workflow.json -o workflow.lock.json",
            "  assay lock https://civitai.com/images/96712457 -o image.lock.json",
            "  assay lock ~/ComfyUI/user/default/workflows -o team.lock.json",
            "  assay lock ~/ComfyUI/user/default/workflows -o team.lock.json --check",
        })
final class LockCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(
            paramLabel = "WORKFLOW|REF",
            arity = "1..*",
            description = "Workflows, images that carry one, zip files or folders of them. Or what is on the site: an"
                    + " image, a post, a model of type Workflows.")
    private List<String> paths = List.of();

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write it (default: assay.lock.json).")
    private Path output = Path.of("assay.lock.json");

    @Option(
            names = "--check",
            description =
                    "Write nothing: tell whether the lock that is there (-o) says what the workflows need by now.")
    private boolean check;

    @Option(names = "--force", description = "Replace the file where it is there already.")
    private boolean force;

    @Mixin
    private ScanOptions options;

    @Mixin
    private CommonOptions common;

    LockCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var target = streams.environment().directory().resolve(output);
        var written = check ? Optional.of(LockFile.read(streams, output)) : Optional.<Lock>empty();
        if (!check && Files.exists(target) && !force) {
            throw new StopException(
                    ExitCode.THIS_COMPUTER,
                    "\"" + SafeText.line(output.toString()) + "\" is there already.\nReplace it with --force.");
        }
        try (var progress = new ProgressLine(streams);
                var wiring = new Wiring(
                        common.settings(streams.environment()),
                        options.offline(),
                        progress,
                        common.verbose() ? line -> streams.err().println(RequestLines.text(line)) : _ -> {})) {
            var targets = options.targets(streams, wiring, paths);
            return lock(wiring, progress, written, targets).number();
        } catch (IOException e) {
            throw Unwritable.of(target, e);
        }
    }

    private ExitCode lock(Wiring wiring, ProgressLine progress, Optional<Lock> before, ScanTargets targets)
            throws IOException {
        var known = options.surroundings(streams, wiring);
        known.notes().forEach(this::note);
        var search = new LockJob.Search(known, streams.environment().directory(), options.scope(), options.offline());
        var result = LockJob.lock(wiring, progress, search, targets);
        progress.clear();
        targets.notes().forEach(this::note);
        return switch (result) {
            case LockJob.Result.NotLocked(var problems) -> told(problems);
            case LockJob.Result.Locked(var lock) -> {
                var drift = before.map(written -> Drift.between(written, lock)).orElse(List.of());
                yield drift.isEmpty() ? told(lock) : told(drift);
            }
        };
    }

    private void note(String note) {
        streams.err().println("assay: " + SafeText.line(note));
    }

    private ExitCode told(List<Problem> problems) {
        var code = ExitCode.first(problems.stream().map(Problem::code).toList()).orElse(ExitCode.OK);
        if (common.json()) {
            streams.out().print(JsonReport.withoutReport(code, problems).writePretty());
        } else {
            streams.out().print(TextNotes.of(List.of(), problems, new Paint(streams.colours())));
        }
        return code;
    }

    private ExitCode told(Lock lock) throws IOException {
        var target = streams.environment().directory().resolve(output);
        if (!check) {
            write(lock, target);
        }
        if (common.json()) {
            streams.out().print(lock.json().writePretty());
        } else {
            streams.out()
                    .println((check ? "as it would be written now: " : "wrote ") + SafeText.line(target.toString())
                            + ": "
                            + lock.models().size() + " models, " + lock.packs().size() + " packs of nodes, for "
                            + lock.workflows().size() + " workflows");
        }
        return ExitCode.OK;
    }

    private void write(Lock lock, Path target) throws IOException {
        var content = lock.json().writePretty().getBytes(StandardCharsets.UTF_8);
        if (force) {
            WholeFile.replace(target, content);
        } else {
            WholeFile.create(target, content);
        }
    }
}
