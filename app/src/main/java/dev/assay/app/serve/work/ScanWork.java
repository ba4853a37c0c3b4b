package dev.assay.app.serve.work;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.ScanJson;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.core.json.Json;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.hash.Crew;
import dev.assay.models.scan.ScanPlace;
import dev.assay.models.scan.ScanReport;
import dev.assay.models.scan.Scanner;
import dev.assay.models.store.LibraryStore;

/** Brings the library up to date with ComfyUI's folders. */
final class ScanWork {

    private static final String TITLE = "library";

    private final Tools tools;
    private final Watch watch;

    ScanWork(Tools tools, Watch watch) {
        this.tools = tools;
        this.watch = watch;
    }

    Outcome work() {
        Optional<ComfyFolders> comfy;
        try (var wiring = tools.wiring(true, watch)) {
            comfy = wiring.comfy();
        }
        if (comfy.isEmpty()) {
            return Work.failed(new Problem(
                    ExitCode.USAGE,
                    "ComfyUI folder",
                    "No ComfyUI folder is known to look through.",
                    "Nothing was read.",
                    "Start assay serve with --comfy DIR."));
        }
        var document = new LibraryDesk(tools).with((store, notes) -> scan(comfy.get(), store, notes));
        return Outcome.of(document, TITLE);
    }

    private Json scan(ComfyFolders comfy, LibraryStore store, List<String> notes) {
        comfy.findings().forEach(finding -> notes.add(finding.message()));
        var places = ScanPlace.of(comfy);
        var report = Scanner.scan(places, store, Crew.ofAllProcessors(), Clock.systemUTC(), watch);
        return ScanJson.of(places, report, notes, watch.cancelled() ? ExitCode.DECLINED : code(report));
    }

    private static ExitCode code(ScanReport report) {
        var skipped =
                !report.unstable().isEmpty() || report.unreadable().stream().anyMatch(one -> !one.isDangling());
        return skipped ? ExitCode.THIS_COMPUTER : ExitCode.OK;
    }
}
