package dev.assay.civitai.image;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Question;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** Answers by the beginning of the path; in single quotes, for the eyes. */
final class ScriptedAsker implements Asker {

    private record Line(int status, String body) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();

    ScriptedAsker on(String path, int status, String body) {
        lines.put(path, new Line(status, body.replace('\'', '"')));
        return this;
    }

    @Override
    public Answer ask(Question question) {
        asked.add(question.pathAndQuery());
        var line = lines.get(question.path());
        if (line == null) {
            return new Answer.Silent(Answer.Kind.UNREACHABLE, "not in the script");
        }
        try {
            var from = URI.create("https://civitai.com" + question.pathAndQuery());
            return new Answer.Told(
                    line.status(), Json.parse(line.body()), new Answer.Received(from, "", Instant.EPOCH, false));
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }
}
