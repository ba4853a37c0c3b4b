package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import dev.assay.app.scan.AirContents;
import dev.assay.app.scan.Obtaining;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.Tally;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.scan.lock.Drift;
import dev.assay.app.scan.lock.Lock;
import dev.assay.app.scan.lock.LockedPack;
import dev.assay.app.scan.lock.Locking;
import dev.assay.app.wiring.Wiring;
import dev.assay.models.download.RateLimit;
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
            var targets = ScanTargets.of(streams, wiring, options.offline(), paths);
            return lock(wiring, progress, written, targets).number();
        } catch (IOException e) {
            throw Unwritable.of(target, e);
        }
    }

    private ExitCode lock(Wiring wiring, ProgressLine progress, Optional<Lock> before, ScanTargets targets)
            throws IOException {
        var known = ScanSurroundings.of(streams, wiring, options);
        known.notes().forEach(note -> streams.err().println("assay: " + SafeText.line(note)));
        var disk = wiring.getServices(RateLimit.none()).disk();
        if (known.installation().isEmpty() || disk.library().isEmpty()) {
            throw new StopException(
                    ExitCode.USAGE,
                    "Without a ComfyUI folder nothing tells what the models are.\n"
                            + "Name one with --comfy DIR or COMFYUI_ROOT.");
        }
        var tally = new Tally();
        List<String> names = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        var versions = new java.util.TreeSet<String>();
        look(known, targets, AirContents.of(wiring), file -> {
            tally.add(file);
            switch (file) {
                case ScannedFile.Workflow workflow -> {
                    names.add(workflow.name());
                    versions.addAll(workflow.needs().coreVersions());
                }
                case ScannedFile.Unread unread -> problems.add(unread.problem());
                case ScannedFile.NoWorkflow none -> none.problem().ifPresent(problems::add);
            }
        });
        progress.clear();
        targets.notes().forEach(note -> streams.err().println("assay: " + SafeText.line(note)));
        var asks = options.offline() ? null : Obtaining.of(wiring);
        var locking = new Locking(
                known.installation().get().comfy(),
                disk.library().get(),
                progress,
                models -> asks == null ? Obtaining.offlineOffers(models) : asks.offers(models));
        var models = tally.models();
        var pinned = locking.models(asks == null ? Obtaining.offlineOffers(models) : asks.offers(models));
        progress.clear();
        problems.addAll(locking.problems());
        var folder = known.installation().get().nodes();
        var packs = tally.packs().stream()
                .filter(pack -> pack.active())
                .map(pack -> new LockedPack(pack.need(), folder.version(pack.need())))
                .toList();
        var lock = new Lock(names, pinned, packs, List.copyOf(versions));
        if (problems.isEmpty()) {
            before.map(written -> Drift.between(written, lock)).ifPresent(problems::addAll);
        }
        return told(lock, problems);
    }

    private interface Each {
        void with(ScannedFile file);
    }

    private void look(ScanSurroundings.Known known, ScanTargets targets, AirContents airs, Each each) {
        var directory = streams.environment().directory();
        targets.scan(
                new WorkflowScan(directory, known.definitions(), known.lookup(), known.nodes(), options.scope(), airs),
                each::with,
                each::with);
    }

    /** A lock that lacks something would make another machine lack it, so that there is none rather. */
    private ExitCode told(Lock lock, List<Problem> problems) throws IOException {
        if (!problems.isEmpty()) {
            var code = ExitCode.first(problems.stream().map(Problem::code).toList())
                    .orElse(ExitCode.OK);
            if (common.json()) {
                streams.out().print(JsonReport.withoutReport(code, problems).writePretty());
            } else {
                streams.out().print(TextNotes.of(List.of(), problems, new Paint(streams.colours())));
            }
            return code;
        }
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
