package dev.assay.app.report;

import java.util.Optional;

import dev.assay.app.scan.fix.Fixed;
import dev.assay.app.scan.fix.Rewire;
import dev.assay.core.json.Json;

/** What came of a plan, for programs: the member {@code fix} of {@code docs/schema/scan-1.schema.json}. */
public final class FixJson {

    private FixJson() {}

    /**
     * All of it.
     *
     * @param stillLacking how many workflows lack something now; empty where nothing was done
     */
    public static Json of(Fixed fixed, Optional<Integer> stillLacking) {
        return Json.object()
                .put("plan", fixed.plan().json())
                .put("done", fixed.done())
                .put("written", fixed.written().stream().map(FixJson::written).toList())
                .put(
                        "findings",
                        fixed.findings().stream().map(JsonReport::finding).toList())
                .put("stillLacking", stillLacking.map(Json::of).orElse(Json.none()))
                .build();
    }

    private static Json written(Rewire.Result.Written one) {
        return Json.object()
                .put("file", one.file().toString())
                .put("original", one.kept().toString())
                .build();
    }
}
