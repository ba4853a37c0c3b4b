package dev.assay.app.report;

import dev.assay.app.pipeline.DownloadPlan;
import dev.assay.core.json.Json;

/** What would be fetched, in the report for programs. */
public final class JsonPlan {

    private JsonPlan() {}

    public static Json of(DownloadPlan plan) {
        return Json.object()
                .put("digest", plan.digest().hex())
                .put("bytes", plan.bytes())
                .put("files", plan.items().stream().map(JsonPlan::file).toList())
                .build();
    }

    private static Json file(DownloadPlan.Item item) {
        var json = Json.object()
                .put("model", item.file().modelName())
                .put("version", item.file().versionName())
                .put("versionId", item.file().versionId())
                .put("fileId", item.file().fileId())
                .put("name", String.valueOf(item.target().getFileName()))
                .put("path", item.target().toString())
                .put("bytes", item.bytes());
        item.file().sha256().ifPresent(hash -> json.put("sha256", hash.hex()));
        return json.build();
    }
}
