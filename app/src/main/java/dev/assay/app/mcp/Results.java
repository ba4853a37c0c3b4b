package dev.assay.app.mcp;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonReport;
import dev.assay.app.report.SafeText;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import tools.jackson.databind.util.RawValue;

/** What a tool answers: the command's document, and where it did not end with 0, in words what is the matter. */
final class Results {

    /** More are in the document. */
    private static final int MOST_PROBLEMS = 20;

    private Results() {}

    static CallToolResult of(Commands.Printed printed) {
        try {
            return of(printed.code(), Json.parse(printed.document()));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the command printed no JSON document", e);
        }
    }

    /** The call itself cannot be understood. */
    static CallToolResult refused(Tool tool, String why) {
        var problem = new Problem(
                ExitCode.USAGE,
                tool.name(),
                why,
                "Nothing was sent or changed.",
                "The tool's description says what it takes.");
        return of(ExitCode.USAGE.number(), JsonReport.withoutReport(problem));
    }

    private static CallToolResult of(int code, Json document) {
        // As it is: through numbers of Java's the digits would suffer.
        var text = VisibleJson.of(document);
        var result = CallToolResult.builder().structuredContent(new RawValue(text));
        if (code != ExitCode.OK.number()) {
            result.addContent(plain(words(code, document))).isError(true);
        }
        return result.addContent(plain(text)).build();
    }

    private static TextContent plain(String text) {
        return TextContent.builder(text).build();
    }

    private static String words(int code, Json document) {
        var first = "Exit code " + code + " (" + name(code) + ").";
        var ofAll = document.at("problems").items().stream();
        var ofEach = document.at("files").items().stream()
                .map(file -> file.at("problem"))
                .filter(problem -> !problem.isNull());
        return Stream.concat(
                        Stream.of(first),
                        Stream.concat(ofAll, ofEach).limit(MOST_PROBLEMS).map(Results::sentences))
                .collect(Collectors.joining("\n"));
    }

    private static String sentences(Json problem) {
        var parts = List.of("subject", "what", "meaning", "next");
        return SafeText.line(String.join(
                " ",
                parts.stream()
                        .flatMap(part -> problem.at(part).text().stream())
                        .filter(text -> !text.isBlank())
                        .toList()));
    }

    private static String name(int code) {
        for (var one : ExitCode.values()) {
            if (one.number() == code) {
                return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            }
        }
        throw new IllegalArgumentException("no exit code: " + code);
    }
}
