package dev.assay.app.report;

import java.util.List;

import dev.assay.app.pipeline.Problem;

/** A report that is nothing but a problem. */
public final class TextProblem {

    private TextProblem() {}

    public static String of(Problem problem, Paint paint) {
        var out = new StringBuilder();
        new Remarks(paint, out).problems(List.of(problem));
        return out.append(paint.dim("exit code " + problem.code().number()))
                .append('\n')
                .toString();
    }
}
