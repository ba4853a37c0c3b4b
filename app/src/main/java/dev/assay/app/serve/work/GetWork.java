package dev.assay.app.serve.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Consent;
import dev.assay.app.pipeline.DownloadPlan;
import dev.assay.app.pipeline.GetJob;
import dev.assay.app.pipeline.GetReferences;
import dev.assay.app.pipeline.GetReport;
import dev.assay.app.pipeline.GetRequest;
import dev.assay.app.pipeline.PostInstall;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.report.JsonGet;
import dev.assay.app.report.JsonPlan;
import dev.assay.app.scan.WorkflowTexts;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.app.wiring.Wiring;
import dev.assay.civitai.Site;
import dev.assay.core.reference.SiteHosts;
import dev.assay.models.download.RateLimit;
import dev.assay.models.folder.FolderKind;

/** Models that are named by themselves, a line for each: says what they are; where the user has agreed to that, gets them. */
final class GetWork {

    private final Tools tools;
    private final Order order;
    private final Watch watch;

    GetWork(Tools tools, Order order, Watch watch) {
        this.tools = tools;
        this.order = order;
        this.watch = watch;
    }

    Outcome work() {
        var lines = order.reference()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return failed("Nothing is named.", "Paste the address of a model.");
        }
        if (order.folder().isPresent() && order.folder().flatMap(FolderKind::of).isEmpty()) {
            return failed("\"folder\" is no folder of models.", "Name one of ComfyUI's, such as loras.");
        }
        try (var wiring = tools.wiring(order.offline(), watch)) {
            var site = wiring.site();
            var hosts = new SiteHosts(site.isReplaced() ? Optional.of(site.origin()) : Optional.empty());
            return switch (GetReferences.of(lines, hosts, wiring.hub().map(Site::origin))) {
                case GetReferences.Refused(var reason, var advice) -> failed(reason, advice);
                case GetReferences.Understood(var models, var posts) -> get(wiring, models, posts);
            };
        }
    }

    private Outcome failed(String what, String next) {
        return Outcome.of(
                JsonGet.failed(new Problem(ExitCode.USAGE, "reference", what, "Nothing was sent or changed.", next)),
                order.reference());
    }

    private Outcome get(Wiring wiring, List<GetRequest.Wanted> models, List<GetReferences.Post> posts) {
        watch.say("Asking what it is.");
        var request = request(models, wiring.site().key().isPresent());
        var report = GetJob.run(wiring.getServices(RateLimit.none()), request, WorkflowTexts::shared, this::agreed);
        if (posts.isEmpty()) {
            return outcome(report);
        }
        var install = new PostInstall(wiring.services(RateLimit.none()), request.verifyOnly());
        posts.forEach(one -> install.install(one.given(), one.post()));
        return outcome(install.with(report));
    }

    private GetRequest request(List<GetRequest.Wanted> models, boolean signedIn) {
        var chosen =
                order.preference().files().stream().mapToLong(Long::longValue).findFirst();
        return new GetRequest(
                models,
                order.preference(),
                models.size() == 1 ? chosen : OptionalLong.empty(),
                order.folder().flatMap(FolderKind::of),
                order.plan().isEmpty(),
                false,
                order.offline(),
                order.allowPickle(),
                signedIn);
    }

    private Consent.Answer agreed(GetReport report) {
        watch.publish(outcome(report));
        if (watch.cancelled()) {
            return Consent.Answer.NO;
        }
        var agreement = new Agreement(order.plan(), watch.folder());
        return DownloadPlan.of(report)
                        .filter(plan -> agreement.covers(plan.digest().hex(), plan.steps()))
                        .isPresent()
                ? Consent.Answer.YES
                : Consent.Answer.ANOTHER_PLAN;
    }

    private Outcome outcome(GetReport report) {
        return new Outcome(
                JsonGet.of(report),
                String.join(", ", order.reference().lines().map(String::strip).toList()),
                Optional.empty(),
                DownloadPlan.of(report).map(JsonPlan::of),
                Optional.empty(),
                Map.of());
    }
}
