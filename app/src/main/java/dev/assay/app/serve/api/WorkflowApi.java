package dev.assay.app.serve.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.config.SettingName;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.WorkflowFormat;
import dev.assay.app.report.JsonConversion;
import dev.assay.app.report.JsonDrawing;
import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Call;
import dev.assay.app.serve.http.Parameter;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.job.Jobs;
import dev.assay.app.serve.work.Tools;
import dev.assay.app.wiring.BadSettingException;
import dev.assay.app.workflow.Conversion;
import dev.assay.app.workflow.GivenWorkflow;
import dev.assay.app.workflow.KnownClasses;
import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.CanvasReader;
import dev.assay.models.progress.Progress;

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
                                "The workflow in a dropped file, in either form; as convert.",
                                "assay/convert/1",
                                this::converted)
                        .taking(Parameter.oneOf(List.of("ui", "api"), "to", "The form to give it in.")));
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
        var file = tools.uploads().find(call.segment("id"));
        var result = converted(file, WorkflowFormat.UI, KnownClasses.ours());
        return result.workflow()
                .map(WorkflowApi::drawn)
                .orElseGet(() -> failed(result.problems().getFirst()));
    }

    private Answer converted(Call call) throws IOException {
        var to = call.query("to").orElse("ui");
        if (!to.equals("ui") && !to.equals("api")) {
            return Answer.misunderstood("?to= is neither ui nor api.", "Name one of them.");
        }
        var file = tools.uploads().find(call.segment("id"));
        var known = classes();
        var result = converted(file, to.equals("api") ? WorkflowFormat.API : WorkflowFormat.UI, known);
        return Answer.of(JsonConversion.of(
                file.map(WorkflowApi::name).orElseGet(() -> call.segment("id")),
                to,
                Optional.empty(),
                result.workflow(),
                Stream.concat(known.findings().stream(), result.findings().stream())
                        .toList(),
                result.problems()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private KnownClasses classes() {
        if (!tools.settings().isExplicit(SettingName.COMFY_URL)) {
            return KnownClasses.ours();
        }
        try (var wiring = tools.wiring(false, Progress.silent());
                var server = wiring.comfyServer()) {
            return KnownClasses.of(server);
        } catch (BadSettingException _) {
            // The doctor tells what is wrong with it.
            return KnownClasses.ours();
        }
    }

    private Conversion.Result converted(Optional<Path> file, WorkflowFormat to, KnownClasses known) {
        if (file.isEmpty()) {
            return refused(new Problem(
                    ExitCode.THIS_COMPUTER,
                    "file",
                    "It is not there any more.",
                    "Nothing is shown.",
                    "Drop it again."));
        }
        // By its name alone: where it lies in Assay's own data says nothing to whoever dropped it.
        return switch (GivenWorkflow.read(name(file.get()), file.get().resolveSibling(""))) {
            case GivenWorkflow.Result.NotRead(var problem) -> refused(problem);
            case GivenWorkflow.Result.Read(var _, var graph) -> Conversion.convert(graph, to, known.definitions());
        };
    }

    private static Conversion.Result refused(Problem problem) {
        return new Conversion.Result(Optional.empty(), List.of(), List.of(problem));
    }

    private static Answer failed(Problem problem) {
        return Answer.failed(422, problem);
    }
}
