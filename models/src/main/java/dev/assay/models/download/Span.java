package dev.assay.models.download;

/** A stretch of the file that one connection fetches. Its state belongs to {@link Spans}. */
final class Span {

    /** The first byte that has not been written. */
    long written;

    /** The first byte that has not been claimed; what lies between is being written. */
    long claimed;

    /** The first byte that is no longer wanted here; may come nearer while the work goes on. */
    long end;

    Span(long from, long end) {
        this.written = from;
        this.claimed = from;
        this.end = end;
    }
}
