package dev.assay.app.cli;

import java.util.Optional;

import dev.assay.app.compare.CompareReport;
import dev.assay.app.compare.TerminalPicture;
import dev.assay.app.report.JsonComparison;
import dev.assay.app.report.Paint;
import dev.assay.app.report.TextComparison;

/** Shows a comparison, with its picture where the terminal can. */
final class ComparisonScreen {

    private final Streams streams;

    ComparisonScreen(Streams streams) {
        this.streams = streams;
    }

    /**
     * Shows it.
     *
     * @param hint whether to say how the picture could be had, where it is seen nowhere
     */
    void show(CompareReport report, boolean json, boolean hint) {
        if (json) {
            streams.out().print(JsonComparison.of(report).writePretty());
            return;
        }
        streams.out().print(new TextComparison(new Paint(streams.colours())).of(report));
        var picture = streams.interactive()
                ? report.panels().flatMap(panels -> TerminalPicture.of(panels, streams.environment()))
                : Optional.<String>empty();
        picture.ifPresent(streams.out()::print);
        if (hint && picture.isEmpty() && report.panels().isPresent()) {
            streams.out().println("To see them side by side: -o FILE");
        }
    }
}
