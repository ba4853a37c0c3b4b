package dev.assay.app.serve.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.WorkflowFormat;
import dev.assay.app.report.JsonConversion;
import dev.assay.app.report.JsonDrawing;
import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Call;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.job.Jobs;
import dev.assay.app.serve.work.Tools;
import dev.assay.app.workflow.Conversion;
import dev.assay.app.workflow.GivenWorkflow;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.CanvasReader;

/** Workflows: drawn, and written in the other form. */
final class WorkflowApi {

    private final Tools tools;
    private final Jobs jobs;

    WorkflowApi(Tools tools, Jobs jobs) {
        this.tools = tools;
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/jobs/{id}/graph",
                        "A job's workflow, as it is drawn.",
                        "assay/drawing/1",
                        call -> ofJob(call.segment("id"))),
                Route.get(
                        "/api/files/{id}/graph",
                        "The workflow in a dropped file, as it is drawn.",
                        "assay/drawing/1",
                        this::ofFile),
                Route.get(
                        "/api/files/{id}/workflow",
                        "The workflow in a dropped file, in the form that ?to= names: ui or api.",
                        "assay/convert/1",
                        this::converted));
    }

    private Answer ofJob(String id) {
        return jobs.find(id)
                .flatMap(job -> job.outcome().workflow())
                .map(WorkflowApi::drawn)
                .orElseGet(() -> Answer.notFound("job " + id, "It has no workflow."));
    }

    private static Answer drawn(Json workflow) {
        return new CanvasReader(NodeDefinitions.core())
                .read(workflow)
                .map(drawing -> Answer.of(JsonDrawing.of(drawing)))
                .orElseGet(() -> failed(new Problem(
                        ExitCode.USAGE, "workflow", "It is too large to be drawn, or none.", "Nothing is shown.", "")));
    }

    private Answer ofFile(Call call) throws IOException {
        var result = converted(call.segment("id"), WorkflowFormat.UI);
        return result.workflow()
                .map(WorkflowApi::drawn)
                .orElseGet(() -> failed(result.problems().getFirst()));
    }

    private Answer converted(Call call) throws IOException {
        var to = call.query("to").orElse("ui");
        if (!to.equals("ui") && !to.equals("api")) {
            return Answer.misunderstood("?to= is neither ui nor api.", "Name one of them.");
        }
        var result = converted(call.segment("id"), to.equals("api") ? WorkflowFormat.API : WorkflowFormat.UI);
        return Answer.of(JsonConversion.of(
                call.segment("id"), to, Optional.empty(), result.workflow(), result.findings(), result.problems()));
    }

    private Conversion.Result converted(String id, WorkflowFormat to) throws IOException {
        var file = tools.uploads().find(id);
        if (file.isEmpty()) {
            return refused(new Problem(
                    ExitCode.THIS_COMPUTER,
                    "file",
                    "It is not there any more.",
                    "Nothing is shown.",
                    "Drop it again."));
        }
        return switch (GivenWorkflow.read(file.get().toString(), tools.home())) {
            case GivenWorkflow.Result.NotRead(var problem) -> refused(problem);
            case GivenWorkflow.Result.Read(var _, var graph) -> Conversion.convert(graph, to, NodeDefinitions.core());
        };
    }

    private static Conversion.Result refused(Problem problem) {
        return new Conversion.Result(Optional.empty(), List.of(), List.of(problem));
    }

    private static Answer failed(Problem problem) {
        return Answer.failed(422, problem);
    }
}
