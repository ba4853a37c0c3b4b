package dev.assay.app.cli;

import java.util.List;

import dev.assay.core.json.Json;

/** Looks things up in a report. */
final class Reports {

    private Reports() {}

    /** A setting of the recipe, such as {@code seed}; empty where there is none. */
    static String value(Json report, String parameter) {
        return report.at("recipe")
                .at("parameters")
                .at(parameter)
                .at("value")
                .text()
                .orElse("");
    }

    /** Where a setting comes from, such as {@code site_item}; empty where there is none. */
    static String origin(Json report, String parameter) {
        return report.at("recipe")
                .at("parameters")
                .at(parameter)
                .at("source")
                .at("origin")
                .text()
                .orElse("");
    }

    /** Who says of itself that it is the image. */
    static List<String> witnesses(Json report) {
        return report.at("verdict").at("evidence").items().stream()
                .filter(one ->
                        one.at("standing").text().filter("witness"::equals).isPresent())
                .map(one -> one.at("witness").text().orElseThrow())
                .toList();
    }

    static List<String> findings(Json report) {
        return report.at("findings").items().stream()
                .map(finding -> finding.at("code").text().orElseThrow())
                .toList();
    }

    static List<String> resolutions(Json report) {
        return report.at("ingredients").items().stream()
                .map(one -> one.at("resolution").at("kind").text().orElseThrow())
                .toList();
    }

    /** The first ingredient of that role. */
    static Json ingredient(Json report, String role) {
        return report.at("ingredients").items().stream()
                .filter(one -> one.at("role").text().filter(role::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + role + " in " + report.writePretty()));
    }
}
