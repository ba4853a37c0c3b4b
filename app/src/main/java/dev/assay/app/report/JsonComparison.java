package dev.assay.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import dev.assay.app.compare.CompareReport;
import dev.assay.core.comparison.Likeness;
import dev.assay.core.json.Json;

/** The report of a comparison for programs; its schema is {@code docs/schema/compare-1.schema.json}. */
public final class JsonComparison {

    private static final int DIGITS = 6;

    private JsonComparison() {}

    public static Json of(CompareReport report) {
        return Json.object()
                .put("schema", "assay/compare/1")
                .put("original", side(report.original()))
                .put("result", side(report.result()))
                .put(
                        "likeness",
                        report.likeness()
                                .map(likeness -> likeness(report, likeness))
                                .orElse(Json.none()))
                .put(
                        "reasons",
                        report.reasons().stream().map(JsonReport::finding).toList())
                .put(
                        "findings",
                        report.findings().stream().map(JsonReport::finding).toList())
                .put(
                        "picture",
                        report.picture().map(path -> Json.of(path.toString())).orElse(Json.none()))
                .put(
                        "problems",
                        report.problems().stream().map(JsonReport::problem).toList())
                .put("exitCode", report.code().number())
                .build();
    }

    private static Json side(CompareReport.Side side) {
        return Json.object()
                .put("name", side.name())
                .put("width", side.width())
                .put("height", side.height())
                .build();
    }

    private static Json likeness(CompareReport report, Likeness likeness) {
        return Json.object()
                .put("verdict", likeness.verdict().name().toLowerCase(Locale.ROOT))
                .put("identical", likeness.identical())
                .put("sameSize", likeness.sameSize())
                .put(
                        "pixels",
                        (long) report.original().width() * report.original().height())
                .put("samePixels", likeness.difference().same())
                .put("meanDifference", decimal(likeness.difference().mean()))
                .put("largestDifference", likeness.difference().largest())
                .put("ssim", decimal(likeness.ssim()))
                .put("originalHash", likeness.original().hex())
                .put("resultHash", likeness.result().hex())
                .put("hashDistance", likeness.distance())
                .build();
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
