package dev.assay.app.serve.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.models.progress.Step;

/** Where each file of a job stands, and how fast it comes. Not safe for several threads: its job sees to that. */
final class Tracks {

    private static final int MOST = 200;

    /** A rate is of the last seconds, not of the whole night. */
    private static final double MEMORY_NANOS = 3e9;

    private final Map<String, Track> tracks = new LinkedHashMap<>();

    private static final class Track {
        private final String what;
        private long done;
        private long total = -1;
        private String note = "";
        private long at;
        private double rate;

        Track(String what, long done, long now) {
            this.what = what;
            this.done = done;
            this.at = now;
        }

        void tell(long more, long now) {
            double nanos = now - at;
            if (nanos > 50e6 || (total > 0 && more >= total)) {
                var current = Math.max(0, more - done) * 1e9 / Math.max(1, nanos);
                var weight = rate == 0 ? 1 : Math.min(1, nanos / MEMORY_NANOS);
                rate = rate * (1 - weight) + current * weight;
                at = now;
                done = more;
            }
        }
    }

    void report(Step step, long now) {
        switch (step) {
            case Step.Hashing(var file, var done, var total) ->
                tell("reading", String.valueOf(file.getFileName()), done, total, now);
            case Step.Reading(var filesDone, var files, var done, var total) ->
                tell("reading", filesDone + " of " + files + " files", "all", done, total, now);
            case Step.Counting(var what, var done, var total) -> tell("counting", what, done, total, now);
            case Step.Fetching(var name, var done, var total) -> tell("fetching", name, done, total.orElse(-1), now);
            case Step.Waiting(var name, var done) -> {
                var track = tell("waiting", name, done, -1, now);
                track.note = "Another Assay is fetching it.";
            }
            case Step.Retrying(var name, var failures, var pause, var reason) -> {
                var track = track("fetching", name, 0, now);
                track.rate = 0;
                track.note = reason + "; attempt " + (failures + 1) + " in " + pause.toSeconds() + " s";
            }
        }
    }

    private void tell(String what, String words, String name, long done, long total, long now) {
        tell(what, name, done, total, now).note = words;
    }

    private Track tell(String what, String name, long done, long total, long now) {
        var track = track(what, name, done, now);
        track.total = total;
        track.note = "";
        track.tell(done, now);
        return track;
    }

    private Track track(String what, String name, long done, long now) {
        if (tracks.size() >= MOST) {
            tracks.remove(tracks.keySet().iterator().next());
        }
        return tracks.computeIfAbsent(what + " " + name, _ -> new Track(what, done, now));
    }

    List<Json> json() {
        return tracks.entrySet().stream()
                .map(entry -> json(entry.getKey(), entry.getValue()).build())
                .toList();
    }

    private static JsonObjectBuilder json(String key, Track track) {
        var json = Json.object()
                .put("what", track.what)
                .put("name", key.substring(track.what.length() + 1))
                .put("done", track.done)
                .put("rate", (long) track.rate)
                .put("note", track.note);
        return track.total < 0 ? json.put("total", Json.none()) : json.put("total", track.total);
    }
}
