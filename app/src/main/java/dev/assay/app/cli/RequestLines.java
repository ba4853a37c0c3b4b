package dev.assay.app.cli;

import dev.assay.app.report.SafeText;
import dev.assay.civitai.ask.RequestLog;

/** Words for {@code -v}. */
final class RequestLines {

    private RequestLines() {}

    /** Prints each request where that is wanted. */
    static RequestLog log(Streams streams, CommonOptions common) {
        return common.verbose() ? line -> streams.err().println(text(line)) : RequestLog.NONE;
    }

    static String text(RequestLog.Line line) {
        var text = new StringBuilder(line.method()).append(' ').append(SafeText.line(line.address()));
        text.append(" -> ").append(line.status() == 0 ? "no answer" : line.status());
        text.append(" in ").append(line.millis()).append(" ms");
        line.asked().ifPresent(id -> text.append(", asked ").append(id));
        line.received().ifPresent(id -> text.append(", received ").append(id));
        if (!line.note().isEmpty()) {
            text.append(" (").append(SafeText.line(line.note())).append(')');
        }
        return text.toString();
    }
}
