package dev.assay.civitai.model;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Question;
import dev.assay.core.json.Json;

/** A site in memory: answers by path, 404 to all else, and remembers what it was asked. */
final class CannedSite implements Asker {

    private static final Json UNKNOWN =
            Json.object().put("error", "Model not found").build();

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    CannedSite version(MadeVersion version) {
        return version(version.id(), version.json());
    }

    CannedSite version(long id, Json body) {
        return tells("/api/v1/model-versions/" + id, 200, body);
    }

    CannedSite byHash(String hash, MadeVersion version) {
        return tells("/api/v1/model-versions/by-hash/" + hash.toUpperCase(Locale.ROOT), 200, version.json());
    }

    CannedSite found(Json models) {
        return tells("/api/v1/models", 200, Json.object().put("items", models).build());
    }

    CannedSite tells(String path, int status, Json body) {
        answers.put(path, told(path, status, body));
        return this;
    }

    CannedSite silent(String path, Answer.Kind kind) {
        answers.put(path, new Answer.Silent(kind, "nothing came"));
        return this;
    }

    /** Paths in the order they were asked. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Answer ask(Question question) {
        asked.add(question.path());
        var known = answers.get(question.path());
        return known != null ? known : told(question.path(), 404, UNKNOWN);
    }

    private static Answer told(String path, int status, Json body) {
        return new Answer.Told(
                status,
                body,
                new Answer.Received(URI.create("https://civitai.com" + path), "0".repeat(64), Instant.EPOCH, false));
    }
}
