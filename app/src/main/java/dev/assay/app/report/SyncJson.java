package dev.assay.app.report;

import java.util.List;
import java.util.Locale;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.scan.lock.Comparing;
import dev.assay.app.scan.lock.Syncing;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;

/** How a machine compares with a lock, for programs; its schema is {@code docs/schema/sync-1.schema.json}. */
public final class SyncJson {

    private SyncJson() {}

    public static Json of(
            List<Comparing.Compared> models,
            List<Comparing.ComparedPack> packs,
            List<Finding> findings,
            List<Problem> problems,
            ExitCode code) {
        return Json.object()
                .put("schema", "assay/sync/1")
                .put("models", models.stream().map(SyncJson::model).toList())
                .put("packs", packs.stream().map(SyncJson::pack).toList())
                .put("findings", findings.stream().map(JsonReport::finding).toList())
                .put("problems", problems.stream().map(JsonReport::problem).toList())
                .put("exitCode", code.number())
                .build();
    }

    private static Json model(Comparing.Compared one) {
        return Json.object()
                .put("folder", one.model().folder())
                .put("name", one.model().name())
                .put(
                        "sha256",
                        one.model().sha256().map(hash -> Json.of(hash.hex())).orElse(Json.none()))
                .put("standing", one.standing().name().toLowerCase(Locale.ROOT))
                .put("detail", one.detail())
                .build();
    }

    private static Json pack(Comparing.ComparedPack one) {
        return Json.object()
                .put("pack", one.pack().name())
                .put("state", one.state().word())
                .put("pinned", one.pack().installed().map(Json::of).orElse(Json.none()))
                .put("found", one.found().map(Json::of).orElse(Json.none()))
                .put("same", !Syncing.isLacking(one))
                .build();
    }
}
