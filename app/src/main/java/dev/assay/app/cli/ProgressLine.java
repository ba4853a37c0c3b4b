package dev.assay.app.cli;

import java.util.concurrent.TimeUnit;

import dev.assay.app.report.SafeText;
import dev.assay.app.report.TextReport;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/** One line on the terminal that says what is going on; on anything but a terminal, a line every ten seconds. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long TERMINAL_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LOG_PAUSE = TimeUnit.SECONDS.toNanos(10);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final Streams streams;
    private final boolean terminal;
    private long shownAt = System.nanoTime();
    private String subject = "";
    private long startedAt = System.nanoTime();
    private long startedWith;
    private boolean shown;

    ProgressLine(Streams streams) {
        this.streams = streams;
        this.terminal = streams.interactive();
    }

    @Override
    public synchronized void report(Step step) {
        var now = System.nanoTime();
        start(step, now);
        // Whatever is done within a second needs no word.
        if (now - startedAt < PATIENCE || now - shownAt < (terminal ? TERMINAL_PAUSE : LOG_PAUSE)) {
            return;
        }
        shownAt = now;
        show(words(step, now));
    }

    /**
     * Tells about work that is no {@link Step}.
     *
     * @param what names the work; another name begins another one
     */
    synchronized void tell(String what, String text) {
        var now = System.nanoTime();
        if (!what.equals(subject)) {
            subject = what;
            startedAt = now;
        }
        if (now - startedAt >= PATIENCE && now - shownAt >= (terminal ? TERMINAL_PAUSE : LOG_PAUSE)) {
            shownAt = now;
            show(text);
        }
    }

    private void start(Step step, long now) {
        var name = switch (step) {
            case Step.Hashing hashing -> String.valueOf(hashing.file());
            case Step.Reading _ -> "reading";
            case Step.Counting counting -> counting.what();
            case Step.Fetching fetching -> fetching.name();
            case Step.Waiting waiting -> waiting.name();
            case Step.Retrying retrying -> retrying.name();
        };
        if (!name.equals(subject)) {
            subject = name;
            startedAt = now;
            startedWith = done(step);
        }
    }

    private static long done(Step step) {
        return switch (step) {
            case Step.Hashing hashing -> hashing.done();
            case Step.Reading reading -> reading.done();
            case Step.Counting counting -> counting.done();
            case Step.Fetching fetching -> fetching.done();
            case Step.Waiting waiting -> waiting.done();
            case Step.Retrying _ -> 0;
        };
    }

    private String words(Step step, long now) {
        return switch (step) {
            case Step.Hashing(var file, var done, var total) ->
                "reading " + SafeText.brief(String.valueOf(file.getFileName()), 40) + part(done, total, now);
            case Step.Reading(var filesDone, var files, var done, var total) ->
                "read " + filesDone + " of " + files + " files," + part(done, total, now);
            case Step.Counting(var what, var done, var total) -> what + ": " + done + " of " + total;
            case Step.Fetching(var name, var done, var total) ->
                "fetching " + SafeText.brief(name, 40) + part(done, total.orElse(-1), now);
            case Step.Waiting(var name, var done) ->
                "another Assay is fetching " + SafeText.brief(name, 40) + " (" + TextReport.size(done) + ")";
            case Step.Retrying(var name, var failures, var pause, var reason) ->
                SafeText.brief(name, 40) + ": " + SafeText.brief(reason, 60) + "; attempt " + (failures + 1) + " in "
                        + pause.toSeconds() + " s";
        };
    }

    private String part(long done, long total, long now) {
        var rate = (done - startedWith) * 1e9 / Math.max(1, now - startedAt);
        var text = " " + TextReport.size(done) + (total > 0 ? " of " + TextReport.size(total) : "") + ", "
                + TextReport.size((long) rate) + "/s";
        return total > 0 && rate > 0 ? text + ", " + (long) ((total - done) / rate) + " s left" : text;
    }

    private void show(String text) {
        if (terminal) {
            streams.err().print("\r\u001b[K" + text);
            streams.err().flush();
            shown = true;
        } else {
            streams.err().println(text);
        }
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (shown) {
            streams.err().print("\r\u001b[K");
            streams.err().flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
