package dev.assay.app.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.compare.CompareReport;
import dev.assay.app.pipeline.DownloadPlan;
import dev.assay.app.pipeline.Names;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.Report;
import dev.assay.app.run.RunReport;
import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.evidence.Weighed;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.source.Source;
import dev.assay.core.source.Sourced;

/** The report for programs; its schema is {@code docs/schema/report-1.schema.json}. */
public final class JsonReport {

    private static final String SCHEMA = "assay/report/1";

    private JsonReport() {}

    /**
     * The document.
     *
     * @param run what became of it on a server, where it was given to one
     * @param comparison with the original, where there was one
     */
    public static Json of(Report report, Optional<RunReport> run, Optional<CompareReport> comparison) {
        var json = Json.object().put("schema", SCHEMA).put("reference", report.given());
        json.put("notes", strings(report.notes()));
        json.put("subject", report.subject().map(JsonReport::subject).orElse(Json.none()));
        json.put("verdict", report.verdict().map(JsonReport::verdict).orElse(Json.none()));
        json.put("recipe", report.recipe().map(JsonReport::recipe).orElse(Json.none()));
        json.put("family", report.family().map(Json::of).orElse(Json.none()));
        json.put("ingredients", report.parts().stream().map(JsonIngredient::of).toList());
        json.put("findings", report.findings().stream().map(JsonReport::finding).toList());
        json.put(
                "fidelity",
                report.fidelity().map(fidelity -> Json.of(fidelity.label())).orElse(Json.none()));
        json.put("missingBytes", report.missingBytes());
        json.put("freeBytes", report.freeBytes() < 0 ? Json.none() : Json.of(report.freeBytes()));
        json.put("plan", DownloadPlan.of(report).map(JsonPlan::of).orElse(Json.none()));
        json.put(
                "workflow",
                report.workflow().map(path -> Json.of(path.toString())).orElse(Json.none()));
        json.put("run", run.map(JsonRun::of).orElse(Json.none()));
        json.put("comparison", comparison.map(JsonComparison::of).orElse(Json.none()));
        var problems = Stream.of(
                        Optional.of(report.problems()),
                        run.map(RunReport::problems),
                        comparison.map(CompareReport::problems))
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .toList();
        var code = ExitCode.first(problems.stream().map(Problem::code).toList()).orElse(report.code());
        return ended(json, code, problems);
    }

    /** The document of a command that prints reports, where it came to none. */
    public static Json failed(Problem problem) {
        return ended(Json.object().put("schema", SCHEMA), problem.code(), List.of(problem));
    }

    /** The document of any other command that came to nothing; its schema is {@code docs/schema/failure-1.schema.json}. */
    public static Json withoutReport(Problem problem) {
        return withoutReport(problem.code(), List.of(problem));
    }

    /** The same where several things failed: each is told, and the code is that of the process. */
    public static Json withoutReport(ExitCode code, List<Problem> problems) {
        return ended(Json.object().put("schema", "assay/failure/1"), code, problems);
    }

    private static Json ended(dev.assay.core.json.JsonObjectBuilder json, ExitCode code, List<Problem> problems) {
        return json.put("problems", problems.stream().map(JsonReport::problem).toList())
                .put("exitCode", code.number())
                .build();
    }

    private static List<Json> strings(List<String> texts) {
        return texts.stream().map(Json::of).toList();
    }

    private static Json subject(Subject subject) {
        var json = Json.object().put("name", Names.of(subject));
        switch (subject) {
            case Subject.SiteImage(var id, var media) -> {
                json.put("kind", "image").put("id", id);
                media.ifPresent(uuid -> json.put("media", uuid));
            }
            case Subject.SiteMedia(var uuid) -> json.put("kind", "media").put("media", uuid);
            case Subject.OwnFile(var _, var content) -> json.put("kind", "file").put("sha256", content.hex());
        }
        return json.build();
    }

    private static Json verdict(Verdict verdict) {
        var json = Json.object();
        switch (verdict) {
            case Verdict.ProvenImage proven -> json.put("state", "proven").put("witnesses", proven.witnesses());
            case Verdict.Contradicted contradicted ->
                json.put("state", "contradicted").put("conflicts", strings(contradicted.conflicts()));
            case Verdict.Unproven _ -> json.put("state", "unproven");
        }
        return json.put(
                        "evidence",
                        verdict.evidence().stream().map(JsonReport::weighed).toList())
                .build();
    }

    private static Json weighed(Weighed weighed) {
        var observation = weighed.observation();
        var identity = observation.identity();
        var json = Json.object()
                .put("witness", observation.witness().name().toLowerCase(Locale.ROOT))
                .put("standing", weighed.standing().name().toLowerCase(Locale.ROOT))
                .put("why", weighed.why())
                .put("question", observation.question())
                .put("digest", observation.digest())
                .put("at", observation.at().toString());
        identity.imageId().ifPresent(id -> json.put("imageId", id));
        identity.media().ifPresent(media -> json.put("media", media));
        identity.postId().ifPresent(post -> json.put("postId", post));
        identity.size().ifPresent(size -> json.put("width", size.width()).put("height", size.height()));
        identity.blurHash().ifPresent(hash -> json.put("blurHash", hash));
        return json.build();
    }

    static Json recipe(Recipe recipe) {
        var parameters = Json.object();
        recipe.values().forEach((parameter, value) -> parameters.put(parameter.key(), sourced(value)));
        return Json.object()
                .put("parameters", parameters.build())
                .put("extras", extras(recipe.extras()))
                .put("ownGraph", recipe.graph().isPresent())
                .build();
    }

    private static Json extras(Map<String, Sourced<String>> extras) {
        var json = Json.object();
        extras.forEach((key, value) -> json.put(key, sourced(value)));
        return json.build();
    }

    private static Json sourced(Sourced<String> value) {
        return Json.object()
                .put("value", value.value())
                .put("source", source(value.source()))
                .build();
    }

    static Json source(Source source) {
        return Json.object()
                .put("origin", source.origin().name().toLowerCase(Locale.ROOT))
                .put("detail", source.detail())
                .build();
    }

    /** One finding. */
    public static Json finding(Finding finding) {
        return Json.object()
                .put("code", finding.code())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("effect", finding.effect().name().toLowerCase(Locale.ROOT))
                .put("message", finding.message())
                .put("advice", finding.advice())
                .build();
    }

    static Json problem(Problem problem) {
        return Json.object()
                .put("code", problem.code().number())
                .put("subject", problem.subject())
                .put("what", problem.what())
                .put("meaning", problem.meaning())
                .put("next", problem.next())
                .build();
    }
}
