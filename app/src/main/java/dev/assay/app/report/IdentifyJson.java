package dev.assay.app.report;

import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.SiteNaming;
import dev.assay.core.json.Json;

/** What the site said of files, for programs: {@code assay/library-identify/1}. */
public final class IdentifyJson {

    private IdentifyJson() {}

    public static Json of(List<LibraryItem> items, SiteNaming.Outcome outcome, List<String> notes, ExitCode code) {
        return Json.object()
                .put("schema", "assay/library-identify/1")
                .put("named", outcome.named().size())
                .put("unknown", outcome.unknown().size())
                .put("unanswered", outcome.unanswered().size())
                .putIfPresent("reason", outcome.reason())
                .put("files", items.stream().map(LibraryJson::file).toList())
                .put("notes", LibraryJson.texts(notes))
                .put("exitCode", code.number())
                .build();
    }
}
