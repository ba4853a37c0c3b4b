package dev.assay.app.report;

import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.civitai.journal.Entry;
import dev.assay.civitai.journal.Kept;
import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;

/** The site's raw answers for programs; the schema is {@code docs/schema/cache-1.schema.json}. */
public final class JsonCache {

    private JsonCache() {}

    /** Of these answers, without their bodies; more can be put in. */
    public static JsonObjectBuilder of(List<Entry> entries) {
        return Json.object()
                .put("schema", "assay/cache/1")
                .put("answers", entries.stream().map(JsonCache::entry).toList())
                .put("exitCode", ExitCode.OK.number());
    }

    /** One, as it came. */
    public static Json of(Kept kept) {
        return of(List.of(kept.entry())).put("body", kept.body()).build();
    }

    private static Json entry(Entry entry) {
        return Json.object()
                .put("digest", entry.digest())
                .put("asked", entry.asked())
                .put("status", entry.status())
                .put("at", entry.at().toString())
                .put("contentType", entry.contentType())
                .put("bytes", entry.bytes())
                .put("proven", entry.validated())
                .build();
    }
}
