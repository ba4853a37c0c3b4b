package dev.assay.models.download;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who fetches which bytes. Work is given out in order, so that what arrives beyond the front is soon reached by it: the
 * digest, which follows the front, finds it still in memory, and little is lost where a run is killed.
 */
final class Spans {

    /** Less is not worth a connection of its own. */
    private final long smallest;

    private final Coverage coverage;
    private final long end;
    private final List<Span> taken = new ArrayList<>();

    /** @param end of the file; {@link Long#MAX_VALUE} where unknown */
    Spans(Coverage coverage, long end, long smallest) {
        this.coverage = coverage;
        this.end = end;
        this.smallest = smallest;
    }

    /**
     * The next stretch that nobody has; where there is none, the second half of the longest that somebody has.
     *
     * @param piece how long it may be
     */
    synchronized Optional<Span> next(long piece) {
        var from = free(coverage.front());
        if (from >= end) {
            return half();
        }
        var to = Math.min(Math.min(end, coverage.hereFrom(from)), takenFrom(from));
        return Optional.of(take(from, to - from > piece ? from + piece : to));
    }

    /** The first byte from there on that is neither here nor taken. */
    private long free(long from) {
        for (long at = from; ; ) {
            var missing = coverage.missingFrom(at);
            var holder = taken.stream()
                    .filter(span -> span.written <= missing && missing < span.end)
                    .findFirst();
            if (holder.isEmpty()) {
                return missing;
            }
            at = holder.get().end;
        }
    }

    private long takenFrom(long from) {
        return taken.stream()
                .filter(span -> span.written >= from && span.written < span.end)
                .mapToLong(span -> span.written)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private Optional<Span> half() {
        return taken.stream()
                .filter(span -> span.end != Long.MAX_VALUE && span.end - span.claimed >= 2 * smallest)
                .max(Comparator.comparingLong(span -> span.end - span.claimed))
                .map(longest -> {
                    var middle = longest.claimed + (longest.end - longest.claimed) / 2;
                    var behind = longest.end;
                    longest.end = middle;
                    return take(middle, behind);
                });
    }

    private Span take(long from, long to) {
        var span = new Span(from, to);
        taken.add(span);
        return span;
    }

    /** Lets whoever fetches all the rest stop after a piece, so that others can share in it. */
    synchronized void shorten(long piece) {
        taken.stream().filter(span -> span.end - span.claimed > piece).forEach(span -> span.end = span.claimed + piece);
    }

    /** How many of the next bytes are still wanted here; 0 at the end of the stretch. */
    synchronized int claim(Span span, int count) {
        var wanted = (int) Math.min(count, span.end - span.claimed);
        span.claimed += wanted;
        return wanted;
    }

    /** What was claimed has been written. */
    synchronized void wrote(Span span) {
        coverage.add(span.written, span.claimed);
        span.written = span.claimed;
    }

    /** The work on it has ended, whether it is done or not. */
    synchronized void giveBack(Span span) {
        taken.remove(span);
    }

    /** Whether it is known where it ends. */
    synchronized boolean isBounded(Span span) {
        return span.end != Long.MAX_VALUE;
    }

    synchronized boolean isDone(Span span) {
        return span.written >= span.end;
    }

    /** How many bytes lie before nobody yet. */
    synchronized long untaken() {
        var held = taken.stream().mapToLong(span -> span.end - span.written).sum();
        return Math.max(0, end - coverage.bytes() - held);
    }
}
