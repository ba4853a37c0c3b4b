package dev.assay.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.compare.CompareReport;
import dev.assay.app.compare.CompareRequest;
import dev.assay.app.compare.Comparing;
import dev.assay.app.compare.Originals;
import dev.assay.app.pipeline.Names;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.Report;
import dev.assay.app.run.RunReport;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.reference.Reference;

/** What follows the main job where the user wants it: the run, and the comparison with the original. */
final class Afterwards {

    private final Streams streams;
    private final Wiring wiring;
    private final ProgressLine progress;

    Afterwards(Streams streams, Wiring wiring, ProgressLine progress) {
        this.streams = streams;
        this.wiring = wiring;
        this.progress = progress;
    }

    /**
     * How far it goes.
     *
     * @param submit run what was written
     * @param compare compare the result with the original
     */
    record Wanted(boolean submit, boolean compare) {
        static final Wanted NOTHING = new Wanted(false, false);
    }

    RunReport run(Report report, EmbeddedGraph made) {
        var name = report.workflow().map(Path::toString).orElse(report.given());
        return new Running(streams, wiring, progress).run(name, made, directory());
    }

    private Path directory() {
        return streams.environment().directory();
    }

    /** Compares the first of the results with the original. */
    CompareReport compare(Report report, Reference reference, RunReport run) {
        if (run.results().isEmpty()) {
            return failed(
                    report,
                    new Problem(
                            ExitCode.SERVICE,
                            "result",
                            "The job put out no file.",
                            "There is nothing to compare.",
                            "Let the workflow save its picture."));
        }
        return switch (original(report, reference)) {
            case Originals.Result.NotFound(var problem) -> failed(report, problem);
            case Originals.Result.Found(var file) ->
                compare(report, file, run.results().getFirst().path());
        };
    }

    private Originals.Result original(Report report, Reference reference) {
        if (reference instanceof Reference.LocalFile(var path)) {
            return new Originals.Result.Found(directory().resolve(path));
        }
        var image = report.verdict()
                .filter(Verdict.ProvenImage.class::isInstance)
                .map(Verdict.ProvenImage.class::cast)
                .map(Verdict.ProvenImage::image);
        return image.map(proven -> Originals.fetch(proven, report.recipe(), wiring.media()))
                .orElseGet(() -> new Originals.Result.NotFound(new Problem(
                        ExitCode.IDENTITY,
                        "original of " + name(report),
                        "The image is not proven.",
                        "Its file is not fetched, so that nothing was compared.",
                        "If you have the original, compare them with: assay compare ORIGINAL RESULT.")));
    }

    private static String name(Report report) {
        return report.subject().map(Names::of).orElse(report.given());
    }

    /** What was proven of the image's making counts, and not what its file says: its author may have hidden that. */
    private CompareReport compare(Report report, Path original, Path result) {
        return Comparing.compare(new CompareRequest(
                "original of " + name(report),
                original,
                report.recipe(),
                String.valueOf(result.getFileName()),
                result,
                Optional.of(free(result)),
                false,
                false));
    }

    private Path free(Path result) {
        var stem = String.valueOf(result.getFileName()).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        for (int number = 1; ; number++) {
            var file = result.resolveSibling(stem + "-compared" + (number == 1 ? "" : "-" + number) + ".png");
            if (!Files.exists(file)) {
                return file;
            }
        }
    }

    private static CompareReport failed(Report report, Problem problem) {
        return CompareReport.failed("original of " + name(report), problem);
    }
}
