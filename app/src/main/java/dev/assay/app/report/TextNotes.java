package dev.assay.app.report;

import java.util.List;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.finding.Finding;

/** A report for people that is nothing but findings and problems. */
public final class TextNotes {

    private TextNotes() {}

    /** All of them, and the exit code where there is a problem; empty where there is nothing to say. */
    public static String of(List<Finding> findings, List<Problem> problems, Paint paint) {
        var code = ExitCode.first(problems.stream().map(Problem::code).toList());
        return of(findings, problems, code.orElse(ExitCode.OK), paint);
    }

    /**
     * The same of a run that may end otherwise than its problems alone would have it.
     *
     * @param code how it ends
     */
    public static String of(List<Finding> findings, List<Problem> problems, ExitCode code, Paint paint) {
        var out = new StringBuilder();
        var remarks = new Remarks(paint, out);
        remarks.findings(findings);
        remarks.problems(problems);
        if (!problems.isEmpty()) {
            out.append(paint.dim("exit code " + code.number())).append('\n');
        }
        return out.toString();
    }
}
