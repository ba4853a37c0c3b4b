package dev.assay.app.serve.api;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonCache;
import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.http.Call;
import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.work.Tools;
import dev.assay.civitai.journal.Journal;
import dev.assay.core.disk.DiskWords;
import dev.assay.models.progress.Progress;

/** The site's answers as they came. */
final class AnswersApi {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{4,64}");

    private final Tools tools;

    AnswersApi(Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/answers",
                        "The site's answers that are kept, newest first, without their bodies; as cache list.",
                        "assay/cache/1",
                        _ -> journal(journal ->
                                Answer.of(JsonCache.of(journal.list()).build()))),
                Route.delete(
                        "/api/answers",
                        "Forgets all of them, as cache clear.",
                        "assay/cache/1",
                        _ -> journal(AnswersApi::cleared)),
                Route.get(
                        "/api/answers/{digest}",
                        "One of the site's answers, as it came; the beginning of its digest will do.",
                        "assay/cache/1",
                        this::show));
    }

    private Answer show(Call call) throws IOException {
        var digest = call.segment("digest");
        return DIGEST.matcher(digest).matches()
                ? journal(journal -> journal.show(digest)
                        .map(kept -> Answer.of(JsonCache.of(kept)))
                        .orElseGet(() -> Answer.notFound("answer " + digest, "It is not kept any more.")))
                : Answer.misunderstood("That is no digest.", "Take it from a report's evidence.");
    }

    private static Answer cleared(Journal journal) throws IOException {
        var forgotten = journal.clear();
        return Answer.of(JsonCache.of(List.of()).put("forgotten", forgotten).build());
    }

    private interface Use {
        Answer of(Journal journal) throws IOException;
    }

    private Answer journal(Use use) {
        try (var wiring = tools.wiring(true, Progress.silent())) {
            return use.of(wiring.journal());
        } catch (IOException e) {
            return Answer.failed(
                    500,
                    new Problem(
                            ExitCode.THIS_COMPUTER,
                            "journal",
                            "The answers that are kept cannot be used: " + DiskWords.of(e) + ".",
                            "What was asked for was not done, or not to its end.",
                            "Check the folder of Assay's own data, or name another one with ASSAY_HOME."));
        }
    }
}
