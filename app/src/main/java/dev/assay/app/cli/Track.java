package dev.assay.app.cli;

import java.util.Optional;

import dev.assay.app.report.SafeText;
import dev.assay.app.report.Steps;
import dev.assay.app.report.TextReport;
import dev.assay.models.progress.Step;

/** One thing that is going on, and how fast. */
final class Track {

    private static final int NAME = 40;
    private static final int REASON = 60;

    private final long startedAt;
    private final long startedWith;
    private Optional<Step> step = Optional.empty();
    private String text = "";
    private long toldAt;

    /** @param done of it when it began */
    Track(long done, long now) {
        this.startedWith = done;
        this.startedAt = now;
        this.toldAt = now;
    }

    void tell(Step next, long now) {
        step = Optional.of(next);
        toldAt = now;
    }

    void tell(String words, long now) {
        text = words;
        toldAt = now;
    }

    long startedAt() {
        return startedAt;
    }

    long toldAt() {
        return toldAt;
    }

    boolean isFetching() {
        return step.filter(Step.Fetching.class::isInstance).isPresent();
    }

    /** Bytes a second since it began. */
    double rate(long now) {
        var done = step.map(Steps::done).orElse(0L);
        return Math.max(0, done - startedWith) * 1e9 / Math.max(1, now - startedAt);
    }

    String words(long now) {
        return step.map(one -> words(one, now)).orElse(text);
    }

    private String words(Step one, long now) {
        return switch (one) {
            case Step.Hashing(var file, var done, var total) ->
                "reading " + SafeText.brief(String.valueOf(file.getFileName()), NAME) + part(done, total, now);
            case Step.Reading(var filesDone, var files, var done, var total) ->
                "read " + filesDone + " of " + files + " files," + part(done, total, now);
            case Step.Counting(var what, var done, var total) -> what + ": " + done + " of " + total;
            case Step.Fetching(var name, var done, var total) ->
                "fetching " + SafeText.brief(name, NAME) + part(done, total.orElse(-1), now);
            case Step.Waiting(var name, var done) ->
                "another Assay is fetching " + SafeText.brief(name, NAME) + " (" + TextReport.size(done) + ")";
            case Step.Retrying(var name, var failures, var pause, var reason) ->
                SafeText.brief(name, NAME) + ": " + SafeText.brief(reason, REASON) + "; attempt " + (failures + 1)
                        + " in " + pause.toSeconds() + " s";
        };
    }

    private String part(long done, long total, long now) {
        var rate = rate(now);
        var amount = " " + TextReport.size(done) + (total > 0 ? " of " + TextReport.size(total) : "") + ", "
                + TextReport.size((long) rate) + "/s";
        return total > 0 && rate > 0 ? amount + ", " + (long) ((total - done) / rate) + " s left" : amount;
    }
}
