package dev.assay.app.serve.api;

import java.util.List;
import java.util.Optional;

import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Call;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.job.Jobs;
import dev.assay.app.serve.job.ServedJob;
import dev.assay.app.serve.work.Tools;
import dev.assay.civitai.image.Media;
import dev.assay.models.progress.Progress;

/**
 * Pictures that the site shows of models: fetched by the program, which the browser would not be allowed to, and only those
 * that a job's document speaks of.
 */
final class PreviewsApi {

    private final Tools tools;
    private final Jobs jobs;

    PreviewsApi(Tools tools, Jobs jobs) {
        this.tools = tools;
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/api/jobs/{id}/previews/{number}",
                "The picture that the site shows of an ingredient, which is counted from 0.",
                "image/*",
                this::show));
    }

    private Answer show(Call call) {
        return jobs.find(call.segment("id"))
                .flatMap(job -> media(job, call.segment("number")).flatMap(media -> fetched(job, media)))
                .orElseGet(() -> Answer.notFound("preview", "There is none, or it cannot be had now."));
    }

    private static Optional<String> media(ServedJob job, String number) {
        return number.matches("\\d{1,4}")
                ? job.outcome()
                        .document()
                        .at("ingredients")
                        .at(Integer.parseInt(number))
                        .at("preview")
                        .at("media")
                        .text()
                : Optional.empty();
    }

    private Optional<Answer> fetched(ServedJob job, String media) {
        try (var wiring = tools.wiring(job.order().offline(), Progress.silent())) {
            return wiring.previews().fetch(media) instanceof Media.Fetched fetched
                    ? MediaTypes.shown(fetched.file())
                    : Optional.empty();
        }
    }
}
