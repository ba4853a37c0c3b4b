package dev.assay.app.serve.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Consent;
import dev.assay.app.pipeline.DownloadPlan;
import dev.assay.app.pipeline.GivenPictures;
import dev.assay.app.pipeline.Job;
import dev.assay.app.pipeline.Names;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.Report;
import dev.assay.app.pipeline.Request;
import dev.assay.app.pipeline.Sketch;
import dev.assay.app.pipeline.WorkflowFormat;
import dev.assay.app.report.JsonPlan;
import dev.assay.app.report.JsonReport;
import dev.assay.app.serve.job.Kind;
import dev.assay.app.serve.job.Order;
import dev.assay.app.serve.job.Outcome;
import dev.assay.app.serve.job.Watch;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.reference.Parsed;
import dev.assay.core.reference.Reference;
import dev.assay.core.reference.ReferenceParser;
import dev.assay.core.reference.SiteHosts;
import dev.assay.models.download.RateLimit;

/** Proves an image and tells what it is made of; as {@code make}, fetches what is missing and writes the workflow. */
final class ImageWork {

    private final Tools tools;
    private final Order order;
    private final Watch watch;

    ImageWork(Tools tools, Order order, Watch watch) {
        this.tools = tools;
        this.order = order;
        this.watch = watch;
    }

    Outcome work() {
        try (var wiring = tools.wiring(order.offline(), watch)) {
            return switch (reference(wiring)) {
                case Parsed.Refused(var reason, var advice) ->
                    Outcome.of(
                            JsonReport.failed(new Problem(
                                    ExitCode.USAGE, "reference", reason, "Nothing was sent or changed.", advice)),
                            order.reference());
                case Parsed.Understood(var reference) -> work(wiring, reference);
            };
        }
    }

    /** A path of this computer is not taken: a page has no current folder. Files are dropped. */
    private Parsed reference(Wiring wiring) {
        if (order.pictures().all().anyMatch(id -> uploaded(id).isEmpty())) {
            return new Parsed.Refused("A picture that was dropped is not there any more.", "Drop it once more.");
        }
        var dropped = dropped();
        if (order.file().isPresent()) {
            return dropped.<Parsed>map(file -> new Parsed.Understood(new Reference.LocalFile(file.toString())))
                    .orElseGet(() -> new Parsed.Refused(
                            "The file that was dropped is not there any more.", "Drop it once more."));
        }
        var site = wiring.site();
        var hosts = new SiteHosts(site.isReplaced() ? Optional.of(site.origin()) : Optional.empty());
        return new ReferenceParser(hosts, _ -> false).parse(order.reference());
    }

    private Optional<Path> dropped() {
        return order.file().flatMap(this::uploaded);
    }

    private Optional<Path> uploaded(String id) {
        try {
            return tools.uploads().find(id);
        } catch (IOException _) {
            // As if it were not there; the user can drop it again.
            return Optional.empty();
        }
    }

    private Outcome work(Wiring wiring, Reference reference) {
        watch.say("Asking the witnesses.");
        var report = Job.run(wiring.services(RateLimit.none(), order.preference()), request(reference), this::agreed);
        var told = outcome(report);
        watch.publish(told);
        watch.say("Fetching the picture.");
        return told.with(new Pictures(wiring.media(), dropped()).of(report));
    }

    private Request request(Reference reference) {
        return new Request(
                order.file().isPresent() ? dropped().map(ImageWork::name).orElse("") : order.reference(),
                reference,
                order.kind() == Kind.SHOW,
                false,
                Optional.empty(),
                false,
                order.format().equals("api") ? WorkflowFormat.API : WorkflowFormat.UI,
                order.noDownload(),
                order.metadata(),
                order.strict(),
                order.offline(),
                order.allowPickle(),
                order.kind() == Kind.SHOW,
                given());
    }

    private GivenPictures given() {
        var pictures = order.pictures();
        return new GivenPictures(
                uploaded(pictures.sources()), pictures.mask().flatMap(this::uploaded), uploaded(pictures.controls()));
    }

    private List<Path> uploaded(List<String> ids) {
        return ids.stream().flatMap(id -> uploaded(id).stream()).toList();
    }

    /** The user has agreed to what they saw, and to nothing else. */
    private Consent.Answer agreed(Report report) {
        watch.publish(outcome(report));
        if (watch.cancelled() || order.plan().isEmpty()) {
            return Consent.Answer.NO;
        }
        var agreement = new Agreement(order.plan(), watch.folder());
        return DownloadPlan.of(report)
                        .filter(plan -> agreement.covers(plan.digest().hex(), plan.steps()))
                        .isPresent()
                ? Consent.Answer.YES
                : Consent.Answer.ANOTHER_PLAN;
    }

    private static Outcome outcome(Report report) {
        var title = report.subject().map(Names::of).orElse(report.given());
        return new Outcome(
                JsonReport.of(report, Optional.empty(), Optional.empty()),
                title,
                Sketch.of(report),
                DownloadPlan.of(report).map(JsonPlan::of),
                report.recipe(),
                Map.of());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
