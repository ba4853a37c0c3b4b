package dev.assay.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.report.ScanJson;
import dev.assay.app.report.ScanText;
import dev.assay.app.wiring.Wiring;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.Surroundings;
import dev.assay.models.scan.ScanPlace;
import dev.assay.models.scan.ScanReport;
import dev.assay.models.scan.Scanner;
import dev.assay.models.store.LibraryStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings the library up to date with the disk. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Look through all model folders, read what is new or changed, and record what it is.",
        footerHeading = "%nExamples:%n",
        footer = {"  assay library scan --comfy ~/ComfyUI", "  assay library scan /mnt/models"})
final class LibraryScanCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(
            paramLabel = "ROOT",
            arity = "0..*",
            description = "A ComfyUI folder or any folder of models (else the ComfyUI folder that is named or near).")
    private List<Path> roots = List.of();

    @Mixin
    private CrewOption crew;

    @Mixin
    private CommonOptions common;

    LibraryScanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var run = new LibraryRun(streams, common);
        return run.run(true, (store, wiring, progress) -> {
            var places = places(run, wiring);
            var report = scan(places, store, progress);
            progress.clear();
            var code = code(report);
            if (run.json()) {
                streams.out()
                        .print(ScanJson.of(places, report, run.notes(), code).writePretty());
            } else {
                run.print(new ScanText(run.paint()).of(report));
            }
            return code;
        });
    }

    private ScanReport scan(List<ScanPlace> places, LibraryStore store, ProgressLine progress) {
        return Scanner.scan(places, store, crew.crew(), Clock.systemUTC(), progress);
    }

    private static ExitCode code(ScanReport report) {
        var skipped =
                !report.unstable().isEmpty() || report.unreadable().stream().anyMatch(one -> !one.isDangling());
        return skipped ? ExitCode.THIS_COMPUTER : ExitCode.OK;
    }

    private List<ScanPlace> places(LibraryRun run, Wiring wiring) {
        if (roots.isEmpty()) {
            var comfy = wiring.comfy()
                    .orElseThrow(() -> new StopException(
                            ExitCode.USAGE,
                            "No ComfyUI folder is known to look through.\n"
                                    + "Name one with --comfy DIR or COMFYUI_ROOT, or give folders of models."));
            return ofComfy(run, comfy);
        }
        var places = new ArrayList<ScanPlace>();
        for (var root : roots) {
            var folder = run.path(root);
            if (!Files.isDirectory(folder)) {
                throw new StopException(ExitCode.USAGE, "\"" + root + "\" is no folder.");
            }
            var environment = streams.environment();
            ComfyFolders.at(folder, new Surroundings(environment.userHome(), environment.variables()))
                    .ifPresentOrElse(
                            comfy -> places.addAll(ofComfy(run, comfy)), () -> places.add(ScanPlace.of(folder)));
        }
        return places;
    }

    private static List<ScanPlace> ofComfy(LibraryRun run, ComfyFolders comfy) {
        comfy.findings().forEach(finding -> run.note(finding.message()));
        return ScanPlace.of(comfy);
    }
}
