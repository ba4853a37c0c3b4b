package dev.assay.app.cli;

import java.util.List;
import java.util.Locale;

import dev.assay.app.pipeline.Consent;
import dev.assay.app.report.TextReport;

/** Shows a plan on the terminal, and asks whether to download what is missing. */
final class DownloadQuestion {

    private final Streams streams;
    private final boolean json;
    private final ProgressLine progress;

    /** @param json whether standard output carries a document, so that nobody can be asked */
    DownloadQuestion(Streams streams, boolean json, ProgressLine progress) {
        this.streams = streams;
        this.json = json;
        this.progress = progress;
    }

    Consent.Answer ask(String plan, long bytes) {
        var console = streams.console();
        if (console.isEmpty() || json) {
            return Consent.Answer.NOBODY_THERE;
        }
        progress.clear();
        streams.out().print(plan);
        streams.out().flush();
        var answer = console.get().readLine("Download %s? [y/N] ", TextReport.size(bytes));
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))
                ? Consent.Answer.YES
                : Consent.Answer.NO;
    }
}
