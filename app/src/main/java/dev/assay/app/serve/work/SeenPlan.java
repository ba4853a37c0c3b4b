package dev.assay.app.serve.work;

import java.util.Optional;

import dev.assay.app.scan.fix.Errand;
import dev.assay.app.scan.fix.Plan;
import dev.assay.core.json.Json;

/** A plan to have models fetched, as the page shows what is agreed to. */
final class SeenPlan {

    private SeenPlan() {}

    /** It; empty where there is nothing to do. */
    static Optional<Json> of(Plan plan) {
        return plan.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.object()
                        .put("digest", plan.digest().hex())
                        .put("bytes", plan.bytes())
                        .put(
                                "files",
                                plan.fetches().stream().map(SeenPlan::file).toList())
                        .build());
    }

    private static Json file(Errand errand) {
        var json = Json.object()
                .put("name", errand.name().substring(errand.name().lastIndexOf('/') + 1))
                .put("path", errand.folder() + "/" + errand.name())
                .put("bytes", errand.bytes());
        errand.sha256().ifPresent(hash -> json.put("sha256", hash.hex()));
        return json.build();
    }
}
