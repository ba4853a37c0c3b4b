package dev.assay.models.download;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/**
 * The lanes that fetch one file, from the first body on until the file is whole or none of them gets on. A lane that fails
 * leaves its stretch to the others; only when the last one fails has the attempt failed.
 */
final class Crew {

    private static final long MOMENT = 100;

    private final DownloadRequest request;
    private final Progress progress;
    private final PartFile part;
    private final Flushing flushing;
    private final Means means;
    private final ByteSource.Body first;
    private final Fitting fitting;
    private final ByteSource again;
    private final Spans spans;
    private final Climb climb;
    private final List<Lane> lanes = new ArrayList<>();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private Optional<ByteSource> more;
    private Optional<Lane.End.Broken> broken = Optional.empty();
    private int wanted = 1;
    private int working;

    private record Ended(Lane lane, Lane.End end) {}

    /** What a body must be to belong to the others. */
    interface Fitting {

        Optional<ByteSource.Validator> validator();

        boolean fits(ByteSource.Body body);
    }

    Crew(
            DownloadRequest request,
            Progress progress,
            PartFile part,
            Flushing flushing,
            Means means,
            ByteSource.Body first,
            Fitting fitting,
            ByteSource again) {
        this.request = request;
        this.progress = progress;
        this.part = part;
        this.flushing = flushing;
        this.means = means;
        this.first = first;
        this.fitting = fitting;
        this.again = again;
        this.more = first.totalLength().isPresent() ? first.more() : Optional.empty();
        this.spans = new Spans(part.coverage(), end(), means.pieces().smallest());
        this.climb = new Climb(means.pace(), now());
    }

    /** One byte too many, where the source does not tell how many there are, is enough to know that it is not the file. */
    private long end() {
        var most = request.size().max();
        return first.totalLength().orElse(most == Long.MAX_VALUE ? most : most + 1);
    }

    Attempt fetch() throws IOException, InterruptedException {
        try {
            start(spans.next(Long.MAX_VALUE).orElseThrow(), Optional.of(first));
            while (working() > 0 || !ended.isEmpty()) {
                report();
                if (progress.cancelled()) {
                    return Reception.cancelled();
                }
                var end = ended.poll(MOMENT, TimeUnit.MILLISECONDS);
                if (end != null) {
                    note(end);
                }
                flushing.tend();
                grow();
            }
            report();
            return outcome();
        } finally {
            lanes.forEach(Lane::stop);
            flushing.await();
        }
    }

    private void report() {
        progress.report(new Step.Fetching(request.name().text(), arrived(), first.totalLength()));
    }

    private long arrived() {
        return part.coverage().bytes();
    }

    private long now() {
        return means.nanos().getAsLong();
    }

    private synchronized int working() {
        return working;
    }

    private void start(Span span, Optional<ByteSource.Body> body) {
        var lane = new Lane(this, part, spans, means.limit());
        lanes.add(lane);
        synchronized (this) {
            working++;
        }
        lane.start(span, body);
    }

    /** Adds lanes as long as they help. */
    private synchronized void grow() throws IOException {
        wanted = more.isPresent() ? climb.lanes(now(), arrived(), part.writingNanos()) : 1;
        while (working > 0 && working < wanted && means.spare().tryAcquire()) {
            flushing.expectHoles();
            spans.shorten(means.pieces().largest());
            var span = spans.next(piece());
            if (span.isEmpty()) {
                means.spare().release();
                return;
            }
            start(span.get(), Optional.empty());
        }
    }

    /** Small towards the end, so that all lanes end at about the same time. */
    private long piece() {
        var share = spans.untaken() / (2L * wanted);
        return Math.clamp(share, means.pieces().smallest(), means.pieces().largest());
    }

    /** What a lane does next; empty where there is nothing, or where there are too many lanes. */
    synchronized Optional<Span> next() {
        var span = working > wanted ? Optional.<Span>empty() : spans.next(wanted == 1 ? Long.MAX_VALUE : piece());
        if (span.isEmpty()) {
            leave();
        }
        return span;
    }

    /** All lanes but one were opened with a permit; whichever goes last had none. */
    private void leave() {
        working--;
        if (working > 0) {
            means.spare().release();
        }
    }

    /** Opens a stretch for a lane; the site itself is asked only where the place of the first body is not known. */
    ByteSource.Answer open(Span span) throws IOException, InterruptedException {
        var to = spans.isBounded(span) ? OptionalLong.of(span.end) : OptionalLong.empty();
        return place().open(new ByteSource.Wanted(span.claimed, to, fitting.validator()));
    }

    private synchronized ByteSource place() {
        return more.orElse(again);
    }

    boolean fits(Span span, ByteSource.Body body) {
        return body.startsAt() == span.claimed && fitting.fits(body);
    }

    /** A lane has ended. */
    synchronized void ended(Lane lane, Lane.End end) {
        ended.add(new Ended(lane, end));
        if (!(end instanceof Lane.End.Done)) {
            leave();
        }
    }

    private void note(Ended one) throws IOException {
        lanes.remove(one.lane);
        switch (one.end) {
            case Lane.End.Done() -> {}
            case Lane.End.Over() -> {}
            case Lane.End.Broken reason -> lost(reason);
            case Lane.End.Unfit() -> {
                takeNoMore();
                lost(new Lane.End.Broken("the source sent another part of the file than was asked for"));
            }
            case Lane.End.OffDisk(var trouble) -> throw trouble;
        }
    }

    private synchronized void takeNoMore() {
        more = Optional.empty();
    }

    private void lost(Lane.End.Broken reason) {
        broken = Optional.of(reason);
        climb.lost(working(), now());
    }

    private Attempt outcome() {
        var length = part.length();
        var least = first.totalLength().orElse(request.size().min());
        if (length < least) {
            return broken.map(why -> new Attempt.Again(why.reason(), why.retryAfter()))
                    .orElseGet(() ->
                            new Attempt.Again("the source broke off after " + length + " of " + least + " bytes"));
        }
        return first.totalLength().isEmpty() && length > request.size().max()
                ? new Attempt.WrongSize(length)
                : new Attempt.Whole();
    }
}
