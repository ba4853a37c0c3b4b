package dev.assay.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.app.compare.CompareReport;
import dev.assay.app.config.Settings;
import dev.assay.app.pipeline.Consent;
import dev.assay.app.pipeline.DownloadPlan;
import dev.assay.app.pipeline.Job;
import dev.assay.app.pipeline.Report;
import dev.assay.app.pipeline.Request;
import dev.assay.app.report.JsonReport;
import dev.assay.app.report.Paint;
import dev.assay.app.report.TextReport;
import dev.assay.app.report.TextRun;
import dev.assay.app.run.RunReport;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.reference.Parsed;
import dev.assay.core.reference.Reference;
import dev.assay.core.reference.ReferenceParser;
import dev.assay.core.reference.SiteHosts;
import dev.assay.models.download.RateLimit;

/** Runs the main job from the command line: reads the reference, shows the report, asks, and ends with its code. */
final class JobRun {

    private final Streams streams;
    private final CommonOptions common;
    private final ShowOptions show;
    private final Afterwards.Wanted wanted;
    private final RateLimit limit;
    private final Confirmation confirmed;
    private final Settings settings;

    /**
     * A run.
     *
     * @param wanted what is to be done with what was made
     * @param limit of its downloads
     * @param confirmed what was agreed to before
     */
    JobRun(
            Streams streams,
            CommonOptions common,
            ShowOptions show,
            Afterwards.Wanted wanted,
            RateLimit limit,
            Confirmation confirmed) {
        this.limit = limit;
        this.confirmed = confirmed;
        this.streams = streams;
        this.common = common;
        this.show = show;
        this.wanted = wanted;
        this.settings = common.settings(streams.environment());
    }

    int run(String given, Function<Reference, Request> request) {
        try (var progress = new ProgressLine(streams);
                var wiring = new Wiring(settings, show.offline(), progress, common.verbose() ? this::log : _ -> {})) {
            return switch (parse(given, wiring)) {
                case Parsed.Refused(var reason, var advice) -> throw new StopException(ExitCode.USAGE, reason, advice);
                case Parsed.Understood(var reference) -> run(request.apply(reference), wiring, progress);
            };
        }
    }

    private Parsed parse(String given, Wiring wiring) {
        var site = wiring.site();
        var hosts = new SiteHosts(site.isReplaced() ? Optional.of(site.origin()) : Optional.empty());
        return new ReferenceParser(hosts, this::isFile).parse(given);
    }

    private boolean isFile(String path) {
        try {
            return Files.exists(streams.environment().directory().resolve(path));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private int run(Request request, Wiring wiring, ProgressLine progress) {
        var report = Job.run(wiring.services(limit, show.preference()), request, plan -> ask(plan, progress));
        progress.clear();
        var after = new Afterwards(streams, wiring, progress);
        var run = wanted.submit() && report.code() == ExitCode.OK
                ? report.made().map(made -> after.run(report, made))
                : Optional.<RunReport>empty();
        var comparison = run.filter(ran -> wanted.compare() && ran.code() == ExitCode.OK)
                .map(ran -> after.compare(report, request.reference(), ran));
        print(report, request, run, comparison);
        return Stream.of(Optional.of(report.code()), run.map(RunReport::code), comparison.map(CompareReport::code))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(ExitCode.OK)
                .number();
    }

    private void print(Report report, Request request, Optional<RunReport> run, Optional<CompareReport> comparison) {
        if (common.json()) {
            streams.out().print(JsonReport.of(report, run, comparison).writePretty());
            return;
        }
        streams.out().print(text().of(report, request));
        run.ifPresent(ran -> streams.out().print("\n" + new TextRun(new Paint(streams.colours())).of(ran)));
        comparison.ifPresent(compared -> {
            streams.out().println();
            new ComparisonScreen(streams).show(compared, false, false);
        });
    }

    private TextReport text() {
        return new TextReport(new Paint(streams.colours()));
    }

    private Consent.Answer ask(Report plan, ProgressLine progress) {
        return confirmed
                .of(DownloadPlan.of(plan))
                .orElseGet(() -> new DownloadQuestion(streams, common.json(), progress)
                        .ask(text().plan(plan), plan.missingBytes()));
    }

    private void log(dev.assay.civitai.ask.RequestLog.Line line) {
        streams.err().println(RequestLines.text(line));
    }
}
