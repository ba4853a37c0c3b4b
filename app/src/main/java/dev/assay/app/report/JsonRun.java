package dev.assay.app.report;

import java.util.List;

import dev.assay.app.pipeline.Problem;
import dev.assay.app.run.RunReport;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.model.ModelRename;

/** The report of a run for programs; its schema is {@code docs/schema/run-1.schema.json}. */
public final class JsonRun {

    private static final String SCHEMA = "assay/run/1";

    private JsonRun() {}

    public static Json of(RunReport report) {
        return Json.object()
                .put("schema", SCHEMA)
                .put("workflow", report.given())
                .put("server", server(report))
                .put("job", report.job().map(JsonRun::job).orElse(Json.none()))
                .put("renamed", report.renames().stream().map(JsonRun::rename).toList())
                .put("results", report.results().stream().map(JsonRun::result).toList())
                .put(
                        "findings",
                        report.findings().stream().map(JsonReport::finding).toList())
                .put(
                        "problems",
                        report.problems().stream().map(JsonReport::problem).toList())
                .put("exitCode", report.code().number())
                .build();
    }

    /** The document for a workflow that cannot be read. */
    public static Json refused(String given, Problem problem) {
        return Json.object()
                .put("schema", SCHEMA)
                .put("workflow", given)
                .put("problems", List.of(JsonReport.problem(problem)))
                .put("exitCode", problem.code().number())
                .build();
    }

    private static Json server(RunReport report) {
        var server = Json.object().put("address", report.address());
        report.server().ifPresent(seen -> server.put("version", seen.version()).put("device", seen.device()));
        return server.build();
    }

    private static Json job(RunReport.Job job) {
        return Json.object().put("id", job.id()).put("resumed", job.resumed()).build();
    }

    private static Json rename(ModelRename rename) {
        return Json.object()
                .put("type", rename.type())
                .put("input", rename.input())
                .put("from", rename.from())
                .put("to", rename.to())
                .build();
    }

    private static Json result(RunReport.Result result) {
        return Json.object()
                .put("path", result.path().toString())
                .put("bytes", result.bytes())
                .put("node", result.file().node())
                .put("kind", result.file().kind())
                .put("filename", result.file().filename())
                .put("subfolder", result.file().subfolder())
                .put("type", result.file().type())
                .put("labelled", result.labelled())
                .build();
    }
}
