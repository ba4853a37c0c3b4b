package dev.assay.app.report;

import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.core.json.Json;
import dev.assay.models.scan.ScanPlace;
import dev.assay.models.scan.ScanReport;
import dev.assay.models.store.StoredFile;

/** A scan for programs: {@code assay/library-scan/1}. */
public final class ScanJson {

    private ScanJson() {}

    public static Json of(List<ScanPlace> places, ScanReport report, List<String> notes, ExitCode code) {
        return Json.object()
                .put("schema", "assay/library-scan/1")
                .put(
                        "places",
                        LibraryJson.paths(places.stream()
                                .map(ScanPlace::directory)
                                .distinct()
                                .toList()))
                .put("files", report.files())
                .put("unchanged", report.unchanged())
                .put("moved", report.moved())
                .put("read", report.read())
                .put("bytesRead", report.bytesRead())
                .put("missing", report.missing())
                .put("damaged", report.damaged().stream().map(ScanJson::damaged).toList())
                .put("unstable", LibraryJson.paths(report.unstable()))
                .put(
                        "unreadable",
                        report.unreadable().stream()
                                .map(LibraryJson::unreadable)
                                .toList())
                .put("notes", LibraryJson.texts(notes))
                .put("exitCode", code.number())
                .build();
    }

    private static Json damaged(StoredFile file) {
        return Json.object()
                .put("path", file.path().toString())
                .put("damage", LibraryJson.damage(file.damage().orElseThrow()))
                .build();
    }
}
