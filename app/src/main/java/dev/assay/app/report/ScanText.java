package dev.assay.app.report;

import java.util.ArrayList;
import java.util.List;

import dev.assay.models.scan.ScanReport;

/** A scan for people. */
public final class ScanText {

    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    public ScanText(Paint paint) {
        this.paint = paint;
    }

    public List<String> of(ScanReport report) {
        lines.add(paint.bold(count(report.files(), "model file")) + ": " + report.unchanged() + " unchanged, "
                + (report.moved() > 0 ? report.moved() + " known from another path, " : "") + report.read() + " read ("
                + TextReport.size(report.bytesRead()) + ")");
        if (report.missing() > 0) {
            lines.add(count(report.missing(), "file") + " that " + (report.missing() == 1 ? "was" : "were")
                    + " there before " + (report.missing() == 1 ? "is" : "are") + " gone");
        }
        if (!report.damaged().isEmpty()) {
            lines.add(paint.red(count(report.damaged().size(), "broken file")) + ":");
            report.damaged()
                    .forEach(file -> line(
                            file.path() + ": " + file.damage().orElseThrow().words()));
        }
        if (!report.unreadable().isEmpty()) {
            lines.add(paint.yellow("Not read") + ":");
            report.unreadable().forEach(one -> line(one.toString()));
        }
        if (!report.unstable().isEmpty()) {
            lines.add(paint.yellow("Changed while they were read, and not recorded") + " (scan again later):");
            report.unstable().forEach(path -> line(path.toString()));
        }
        if (report.cancelled()) {
            lines.add("Ended before it was through; what was read is recorded.");
        }
        return List.copyOf(lines);
    }

    private void line(String text) {
        lines.add("  " + SafeText.line(text));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
