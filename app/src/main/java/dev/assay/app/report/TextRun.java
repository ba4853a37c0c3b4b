package dev.assay.app.report;

import dev.assay.app.ExitCode;
import dev.assay.app.run.RunReport;

/** The report of a run for people. */
public final class TextRun {

    private final Paint paint;
    private final Remarks remarks;
    private final StringBuilder out = new StringBuilder();

    public TextRun(Paint paint) {
        this.paint = paint;
        this.remarks = new Remarks(paint, out);
    }

    public String of(RunReport report) {
        report.server()
                .ifPresent(server -> line("ComfyUI "
                        + (server.version().isEmpty() ? "of unknown version" : SafeText.line(server.version())) + " at "
                        + SafeText.line(report.address())
                        + (server.device().isEmpty() ? "" : ", on " + SafeText.line(server.device()))));
        report.job()
                .ifPresent(job ->
                        line("Job " + SafeText.line(job.id()) + (job.resumed() ? ", queued by an earlier run" : "")));
        remarks.findings(report.findings());
        if (!report.findings().isEmpty() || !report.problems().isEmpty()) {
            line("");
        }
        report.results()
                .forEach(result -> line(paint.green("Result: ")
                        + SafeText.line(result.path().toString()) + ", " + TextReport.size(result.bytes())
                        + (result.labelled() ? "; it carries the graph that was queued" : "")));
        remarks.problems(report.problems());
        if (report.code() != ExitCode.OK) {
            line(paint.dim("exit code " + report.code().number()));
        }
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
