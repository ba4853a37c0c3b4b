package dev.assay.app.cli;

import java.util.concurrent.TimeUnit;

import dev.assay.models.progress.Step;

/** One line on the terminal that says how many of many are done; on anything but a terminal, a line every ten seconds. */
final class CountLine implements AutoCloseable {

    private static final long TERMINAL_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LOG_PAUSE = TimeUnit.SECONDS.toNanos(10);

    private final Streams streams;
    private final String what;
    private final int total;
    private final boolean terminal;
    private long shownAt = System.nanoTime();
    private boolean shown;

    /**
     * @param what is being done, such as "read"
     */
    CountLine(Streams streams, String what, int total) {
        this.streams = streams;
        this.what = what;
        this.total = total;
        this.terminal = streams.interactive();
    }

    /** So many are done. */
    void report(int done) {
        streams.watcher().report(new Step.Counting(what, done, total));
        var now = System.nanoTime();
        if (now - shownAt < (terminal ? TERMINAL_PAUSE : LOG_PAUSE)) {
            return;
        }
        shownAt = now;
        var text = what + " " + done + " of " + total;
        if (terminal) {
            streams.err().print("\r\u001b[K" + text);
            streams.err().flush();
            shown = true;
        } else {
            streams.err().println(text);
        }
    }

    /** Takes the line away. */
    void clear() {
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
