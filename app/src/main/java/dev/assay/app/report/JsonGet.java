package dev.assay.app.report;

import java.util.List;
import java.util.Optional;

import dev.assay.app.pipeline.DownloadPlan;
import dev.assay.app.pipeline.GetReport;
import dev.assay.app.pipeline.Problem;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.json.Json;

/** What became of models that were wanted, for programs; its schema is {@code docs/schema/get-1.schema.json}. */
public final class JsonGet {

    private static final String SCHEMA = "assay/get/1";

    private JsonGet() {}

    public static Json of(GetReport report) {
        return Json.object()
                .put("schema", SCHEMA)
                .put("models", report.items().stream().map(JsonGet::item).toList())
                .put("posted", report.posted().stream().map(JsonGet::posted).toList())
                .put(
                        "findings",
                        report.findings().stream().map(JsonReport::finding).toList())
                .put("plan", DownloadPlan.of(report).map(JsonPlan::of).orElse(Json.none()))
                .put("missingBytes", report.missingBytes())
                .put("freeBytes", report.freeBytes() < 0 ? Json.none() : Json.of(report.freeBytes()))
                .put(
                        "problems",
                        report.problems().stream().map(JsonReport::problem).toList())
                .put("exitCode", report.code().number())
                .build();
    }

    /** The command came to no report of its own. */
    public static Json failed(Problem problem) {
        return of(new GetReport(List.of(), List.of(), List.of(), List.of(problem), -1, problem.code()));
    }

    private static Json item(GetReport.Item item) {
        var part = JsonIngredient.of(item.part());
        var json = Json.object()
                .put("reference", item.given())
                .put("note", text(item.note()))
                .put("role", part.at("role"))
                .put("clues", part.at("clues"))
                .put("resolution", part.at("resolution"))
                .put("choices", part.at("choices"))
                .put("state", part.at("state"))
                .put("terms", JsonIngredient.terms(item.terms()))
                .put(
                        "otherFiles",
                        item.others().stream().map(JsonIngredient::file).toList());
        var page = item.part().resolved().resolution() instanceof Resolution.Exact(var file, var _)
                ? Optional.of(ModelLinks.pageOf(file).toString())
                : Optional.<String>empty();
        return json.put("page", text(page)).build();
    }

    private static Json posted(GetReport.Posted image) {
        return Json.object()
                .put("reference", image.given())
                .put("image", image.subject())
                .put("state", JsonIngredient.state("", image.state()))
                .build();
    }

    private static Json text(Optional<String> text) {
        return text.map(Json::of).orElse(Json.none());
    }
}
