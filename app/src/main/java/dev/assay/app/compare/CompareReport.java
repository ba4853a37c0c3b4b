package dev.assay.app.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.comparison.Likeness;
import dev.assay.core.comparison.Pixels;
import dev.assay.core.finding.Finding;

/**
 * All that comparing came to.
 *
 * @param likeness empty where one of them cannot be decoded
 * @param reasons what could explain the difference
 * @param findings what else there is to know
 * @param panels the pictures side by side, for a terminal that shows pictures
 * @param picture where they were written
 */
public record CompareReport(
        Side original,
        Side result,
        Optional<Likeness> likeness,
        List<Finding> reasons,
        List<Finding> findings,
        Optional<Pixels> panels,
        Optional<Path> picture,
        List<Problem> problems) {

    public CompareReport {
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /** One of the pictures; width and height are 0 where it cannot be decoded. */
    public record Side(String name, int width, int height) {}

    /** Where it came to no comparison. */
    public static CompareReport failed(String original, Problem problem) {
        return new CompareReport(
                new Side(original, 0, 0),
                new Side("", 0, 0),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(problem));
    }

    /** How it ends. */
    public ExitCode code() {
        return ExitCode.first(problems.stream().map(Problem::code).toList()).orElse(ExitCode.OK);
    }
}
