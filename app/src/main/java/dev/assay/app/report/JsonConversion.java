package dev.assay.app.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;

/** The report of a conversion for programs; its schema is {@code docs/schema/convert-1.schema.json}. */
public final class JsonConversion {

    private JsonConversion() {}

    /**
     * The document.
     *
     * @param written where it was written
     * @param result the workflow itself, where it was written nowhere
     */
    public static Json of(
            String given,
            String to,
            Optional<Path> written,
            Optional<Json> result,
            List<Finding> findings,
            List<Problem> problems) {
        var code = ExitCode.first(problems.stream().map(Problem::code).toList()).orElse(ExitCode.OK);
        return Json.object()
                .put("schema", "assay/convert/1")
                .put("workflow", given)
                .put("to", to)
                .put("written", written.map(path -> Json.of(path.toString())).orElse(Json.none()))
                .put("result", result.orElse(Json.none()))
                .put("findings", findings.stream().map(JsonReport::finding).toList())
                .put("problems", problems.stream().map(JsonReport::problem).toList())
                .put("exitCode", code.number())
                .build();
    }
}
