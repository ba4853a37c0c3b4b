package dev.assay.app.report;

import java.util.Locale;

import dev.assay.app.ExitCode;
import dev.assay.app.compare.CompareReport;
import dev.assay.core.comparison.Likeness;

/** The report of a comparison for people. */
public final class TextComparison {

    private final Paint paint;
    private final Remarks remarks;
    private final StringBuilder out = new StringBuilder();

    public TextComparison(Paint paint) {
        this.paint = paint;
        this.remarks = new Remarks(paint, out);
    }

    public String of(CompareReport report) {
        report.likeness().ifPresent(likeness -> measures(report, likeness));
        remarks.findings("What could explain it", report.reasons());
        remarks.findings(report.findings());
        if (!report.reasons().isEmpty()
                || !report.findings().isEmpty()
                || !report.problems().isEmpty()) {
            line("");
        }
        report.picture().ifPresent(file -> line(paint.green("Side by side: ") + SafeText.line(file.toString())));
        remarks.problems(report.problems());
        if (report.code() != ExitCode.OK) {
            line(paint.dim("exit code " + report.code().number()));
        }
        return out.toString();
    }

    private void measures(CompareReport report, Likeness likeness) {
        line("Original  " + side(report.original()));
        line("Result    " + side(report.result()));
        line("");
        line(paint.bold(likeness.verdict().words()));
        var difference = likeness.difference();
        var pixels = (long) report.original().width() * report.original().height();
        line("  same pixels       " + difference.same() + " of " + pixels + " (" + percent(difference.same(), pixels)
                + ")" + (likeness.sameSize() ? "" : ", after it was brought to the original's size"));
        line("  difference        " + number("%.2f", difference.mean()) + " of 255 on average, " + difference.largest()
                + " at most");
        line("  SSIM              " + number("%.4f", likeness.ssim()) + " (1 is the same)");
        line("  perceptual hash   " + likeness.distance() + " of 64 bits differ");
    }

    private static String side(CompareReport.Side side) {
        return SafeText.line(side.name()) + ", " + side.width() + "x" + side.height();
    }

    /** Rounded down, so that 100% is said of all pixels only. */
    private static String percent(long part, long all) {
        return number("%.2f", Math.floor(part * 10_000.0 / all) / 100) + "%";
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
