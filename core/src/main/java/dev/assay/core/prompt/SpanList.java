package dev.assay.core.prompt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Gathers spans and joins neighbours of the same weight, since each span is tokenised by itself. */
final class SpanList {

    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private BigDecimal weight = BigDecimal.ONE;

    void add(String text, BigDecimal weightOfText) {
        if (weight.compareTo(weightOfText) != 0) {
            flush();
            weight = weightOfText;
        }
        pending.append(text);
    }

    void addBreak() {
        flush();
        spans.add(Span.Break.BREAK);
    }

    List<Span> spans() {
        flush();
        return List.copyOf(spans);
    }

    private void flush() {
        if (!pending.isEmpty()) {
            spans.add(new Span.Text(pending.toString(), weight));
            pending.setLength(0);
        }
    }
}
