package dev.assay.app.report;

import java.util.List;

import dev.assay.app.pipeline.Problem;
import dev.assay.core.finding.Finding;
import dev.assay.core.finding.Severity;

/** Findings and problems for people: the same in every report. */
final class Remarks {

    private final Paint paint;
    private final StringBuilder out;

    Remarks(Paint paint, StringBuilder out) {
        this.paint = paint;
        this.out = out;
    }

    /** All of them under their heading; nothing where there are none. */
    void findings(List<Finding> findings) {
        findings("To know", findings);
    }

    void findings(String heading, List<Finding> findings) {
        if (!findings.isEmpty()) {
            line("");
            line(paint.bold(heading));
            findings.forEach(this::finding);
        }
    }

    private void finding(Finding finding) {
        var mark = switch (finding.severity()) {
            case INFO -> paint.dim("info   ");
            case WARNING -> paint.yellow("warning");
            case ERROR -> paint.red("error  ");
        };
        line("  " + mark + " " + finding.code() + "  " + SafeText.line(finding.message()));
        if (!finding.advice().isEmpty() && finding.severity() != Severity.INFO) {
            line("          " + paint.dim(SafeText.line(finding.advice())));
        }
    }

    void problems(List<Problem> problems) {
        problems.forEach(this::problem);
    }

    private void problem(Problem problem) {
        line(paint.red("! ") + paint.bold(SafeText.line(problem.subject())) + ": " + SafeText.line(problem.what()));
        for (var text : List.of(problem.meaning(), problem.next())) {
            if (!text.isEmpty()) {
                line("  " + SafeText.line(text));
            }
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
