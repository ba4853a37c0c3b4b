package dev.assay.app.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.assay.app.report.SafeText;
import dev.assay.app.report.Steps;
import dev.assay.app.report.TextReport;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/** Tells the client now and then how far a call is. */
final class CallProgress implements Progress {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    /** Where it is told. */
    @FunctionalInterface
    interface Listener {

        /**
         * So much is done.
         *
         * @param done grows from one time to the next, as the protocol wants it
         */
        void hear(double done, String message);
    }

    private final Listener listener;
    private final LongSupplier nanos;
    private final Map<String, Long> done = new LinkedHashMap<>();
    private long toldAt;
    private double told;

    /** @param nanos time that only grows, in nanoseconds */
    CallProgress(Listener listener, LongSupplier nanos) {
        this.listener = listener;
        this.nanos = nanos;
        this.toldAt = nanos.getAsLong() - PAUSE;
    }

    @Override
    public void report(Step step) {
        var now = nanos.getAsLong();
        double sum;
        synchronized (this) {
            done.merge(Steps.name(step), Steps.done(step), Math::max);
            sum = done.values().stream().mapToLong(Long::longValue).sum();
            if (now - toldAt < PAUSE || sum <= told) {
                return;
            }
            toldAt = now;
            told = sum;
        }
        listener.hear(sum, message(step));
    }

    private static String message(Step step) {
        return SafeText.line(
                switch (step) {
                    case Step.Hashing(var file, var done, var total) ->
                        "reading " + file.getFileName() + ": " + size(done) + " of " + size(total);
                    case Step.Reading(var filesDone, var files, var done, var total) ->
                        "read " + filesDone + " of " + files + " files, " + size(done) + " of " + size(total);
                    case Step.Counting(var what, var done, var total) -> what + ": " + done + " of " + total;
                    case Step.Fetching(var name, var done, var total) ->
                        "fetching " + name + ": " + size(done)
                                + (total.isPresent() ? " of " + size(total.getAsLong()) : "");
                    case Step.Waiting(var name, var done) -> "another Assay is fetching " + name + ": " + size(done);
                    case Step.Retrying(var name, var failures, var _, var reason) ->
                        name + ": " + reason + "; attempt " + (failures + 1) + " follows";
                });
    }

    private static String size(long bytes) {
        return TextReport.size(bytes);
    }
}
