package dev.assay.app.serve.api;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import dev.assay.app.report.JsonCache;
import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Call;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.work.Tools;
import dev.assay.models.progress.Progress;

/** The site's answers as they came. */
final class AnswersApi {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{4,64}");

    private final Tools tools;

    AnswersApi(Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/api/answers/{digest}", "One of the site's answers, as it came.", "assay/cache/1", this::show));
    }

    private Answer show(Call call) throws IOException {
        var digest = call.segment("digest");
        if (!DIGEST.matcher(digest).matches()) {
            return Answer.misunderstood("That is no digest.", "Take it from a report's evidence.");
        }
        try (var wiring = tools.wiring(true, Progress.silent())) {
            return wiring.journal()
                    .show(digest)
                    .map(kept -> Answer.of(JsonCache.of(kept)))
                    .orElseGet(() -> Answer.notFound("answer " + digest, "It is not kept any more."));
        }
    }
}
