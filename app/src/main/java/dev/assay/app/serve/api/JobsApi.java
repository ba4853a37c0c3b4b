package dev.assay.app.serve.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Call;
import dev.assay.app.serve.http.Parameter;
import dev.assay.app.serve.http.RefusedException;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.job.Jobs;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.ServedJob;
import dev.assay.core.json.Json;

/** Long work: ordered, looked at, watched, held, resumed, ended, forgotten. */
final class JobsApi {

    private final Jobs jobs;

    JobsApi(Jobs jobs) {
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/jobs", "All jobs, the newest first.", "assay/jobs/1", _ -> list()),
                Route.post("/api/jobs", "Begins a job.", "order", "assay/job/1", this::begin),
                Route.get("/api/jobs/{id}", "Where a job stands.", "assay/job/1", call -> with(call, this::state)),
                Route.get(
                        "/api/jobs/{id}/document",
                        "What it came to: the document that the command of its name prints with --json.",
                        "document",
                        call -> with(call, job -> document(job.outcome().document()))),
                Route.get(
                        "/api/jobs/{id}/workflow",
                        "The graph in ComfyUI's UI format, as it would be written.",
                        "workflow",
                        call -> with(
                                call, job -> document(job.outcome().workflow().orElse(Json.none())))),
                Route.get(
                        "/api/jobs/{id}/pictures/{name}",
                        "A picture that belongs to it.",
                        "image/*",
                        call -> with(call, job -> picture(job, call.segment("name")))),
                Route.get(
                                "/api/jobs/{id}/events",
                                "Tells whenever it changes; each event is the whole state, so that a broken line loses nothing.",
                                "text/event-stream",
                                call -> with(call, job -> new Answer.Events(new JobEvents(job, known(call)))))
                        .taking(Parameter.header(
                                "Last-Event-ID", "The version that is known already, as the last event's id told it.")),
                change("pause", "Holds it; what has arrived is kept.", jobs::pause),
                change("resume", "Goes on with it.", jobs::resume),
                change("cancel", "Ends it; what has arrived is kept.", jobs::cancel),
                Route.delete("/api/jobs/{id}", "Forgets it.", "assay/job/1", this::forget));
    }

    private Answer list() {
        return Answer.of(Json.object()
                .put("schema", "assay/jobs/1")
                .put("jobs", jobs.all().stream().map(ServedJob::json).toList())
                .build());
    }

    private Answer begin(Call call) throws IOException, RefusedException {
        return switch (Order.read(call.json())) {
            case Order.Reading.Refused(var why) ->
                Answer.misunderstood(why, "See what an order holds: /api/openapi.json");
            case Order.Reading.Read(var order) ->
                new Answer.Document(201, jobs.begin(order).json());
        };
    }

    private Route change(String verb, String summary, Function<ServedJob, Boolean> change) {
        return Route.post(
                "/api/jobs/{id}/" + verb,
                summary,
                "",
                "assay/job/1",
                call -> with(call, job -> {
                    var changed = change.apply(job);
                    return changed
                            ? state(job)
                            : conflict(job, "It cannot be done with a job that is " + job.stateWord());
                }));
    }

    private Answer forget(Call call) throws IOException {
        var job = jobs.find(call.segment("id"));
        if (job.isEmpty()) {
            return none(call);
        }
        return jobs.forget(job.get()) ? state(job.get()) : conflict(job.get(), "It is under way.");
    }

    private static Answer conflict(ServedJob job, String what) {
        return Answer.failed(
                409, new Problem(ExitCode.USAGE, "job " + job.id(), what, "Nothing was changed.", "Look at it again."));
    }

    private Answer with(Call call, Function<ServedJob, Answer> use) {
        return jobs.find(call.segment("id")).map(use).orElseGet(() -> none(call));
    }

    private static Answer none(Call call) {
        return Answer.notFound("job " + call.segment("id"), "There is no such job.");
    }

    private Answer state(ServedJob job) {
        return Answer.of(job.json());
    }

    private static Answer document(Json json) {
        return json.isNull() ? Answer.notFound("job", "It has none yet.") : Answer.of(json);
    }

    private static Answer picture(ServedJob job, String name) {
        return Optional.ofNullable(job.outcome().pictures().get(name))
                .flatMap(MediaTypes::shown)
                .orElseGet(() -> Answer.notFound("picture", "There is none of that name."));
    }

    private static long known(Call call) {
        return call.header("Last-Event-ID")
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .orElse(0L);
    }
}
