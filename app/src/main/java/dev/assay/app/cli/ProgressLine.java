package dev.assay.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.assay.app.report.SafeText;
import dev.assay.app.report.Steps;
import dev.assay.app.report.TextReport;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/** A line on the terminal for each thing that is going on; on anything but a terminal, lines every ten seconds. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long TERMINAL_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LOG_PAUSE = TimeUnit.SECONDS.toNanos(10);

    /** Whatever is done within a second needs no word. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    /** What has not been heard of for so long is over. */
    private static final long OVER = TimeUnit.SECONDS.toNanos(3);

    private static final int MOST_LINES = 8;
    private static final int USUAL_WIDTH = 80;

    private final Streams streams;
    private final boolean terminal;
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private long shownAt = System.nanoTime();
    private int shownLines;

    ProgressLine(Streams streams) {
        this.streams = streams;
        this.terminal = streams.rewritesLines();
    }

    @Override
    public synchronized void report(Step step) {
        streams.watcher().report(step);
        var now = System.nanoTime();
        track(Steps.name(step), Steps.done(step), now).tell(step, now);
        showNowAndThen(now);
    }

    /**
     * Tells about work that is no {@link Step}.
     *
     * @param what names the work; another name begins another one
     */
    synchronized void tell(String what, String text) {
        var now = System.nanoTime();
        track(what, 0, now).tell(text, now);
        showNowAndThen(now);
    }

    private Track track(String name, long done, long now) {
        tracks.values().removeIf(track -> now - track.toldAt() > OVER);
        return tracks.computeIfAbsent(name, _ -> new Track(done, now));
    }

    private void showNowAndThen(long now) {
        if (now - shownAt < (terminal ? TERMINAL_PAUSE : LOG_PAUSE)) {
            return;
        }
        var lines = lines(now);
        if (!lines.isEmpty()) {
            shownAt = now;
            show(lines);
        }
    }

    private List<String> lines(long now) {
        var lasting = tracks.values().stream()
                .filter(track -> track.toldAt() - track.startedAt() >= PATIENCE)
                .toList();
        var lines = new ArrayList<>(lasting.stream()
                .limit(MOST_LINES)
                .map(track -> track.words(now))
                .toList());
        var fetched = lasting.stream().filter(Track::isFetching).toList();
        if (fetched.size() > 1) {
            var rate = fetched.stream().mapToDouble(track -> track.rate(now)).sum();
            lines.add("together " + TextReport.size((long) rate) + "/s");
        }
        return lines;
    }

    private void show(List<String> lines) {
        if (!terminal) {
            lines.forEach(streams.err()::println);
            return;
        }
        clear();
        var cut = lines.stream().map(line -> SafeText.brief(line, width() - 1)).toList();
        streams.err().print(String.join("\n", cut));
        streams.err().flush();
        shownLines = lines.size();
    }

    /** A line that breaks could not be taken away again. */
    private int width() {
        return streams.environment()
                .variable("COLUMNS")
                .filter(text -> text.matches("[1-9]\\d{1,3}"))
                .map(Integer::valueOf)
                .orElse(USUAL_WIDTH);
    }

    /** Takes the lines away. */
    synchronized void clear() {
        if (shownLines > 0) {
            var up = shownLines > 1 ? "\u001b[" + (shownLines - 1) + "A" : "";
            streams.err().print(up + "\r\u001b[J");
            streams.err().flush();
            shownLines = 0;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
