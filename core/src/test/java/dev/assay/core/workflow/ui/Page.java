package dev.assay.core.workflow.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * ComfyUI's page, as far as LiteGraph is it: {@code page.mjs} opens workflows with the real library and says what would be
 * queued. Skipped where Node or the library is not there; {@code npm install} in {@code core/src/test/litegraph} brings it.
 */
public final class Page {

    /** What optional inputs of the nodes that are drawn have by themselves. */
    private static final Set<String> DEFAULTS = Set.of("\"default\"", "false");

    private static final Path FOLDER = Path.of("src/test/litegraph").toAbsolutePath();

    private Page() {}

    /**
     * What the page would send to the engine, by the names of the workflows.
     *
     * @param objectInfo what the server says of itself
     */
    public static Map<String, Object> queue(Path objectInfo, Map<String, Json> workflows) {
        assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules/@comfyorg/litegraph")),
                "needs LiteGraph: npm install in core/src/test/litegraph");
        var lines = workflows.entrySet().stream()
                .map(entry -> Json.object()
                        .put("name", entry.getKey())
                        .put("workflow", entry.getValue())
                        .build()
                        .write())
                .collect(Collectors.joining("\n"));
        var asked =
                Json.object().put("objectInfo", objectInfo.toString()).build().write() + "\n" + lines + "\n";
        Map<String, Object> queued = new LinkedHashMap<>();
        for (var line : answers(asked).lines().toList()) {
            var answer = parse(line);
            var error = answer.at("error").text();
            queued.put(
                    answer.at("name").text().orElseThrow(),
                    error.isPresent() ? error.get() : meaning(answer.at("prompt")));
        }
        return queued;
    }

    /** A prompt as the engine takes it; titles are nothing to it, and the page's numbers are doubles. */
    public static Object meaning(Json prompt) {
        Map<String, Object> nodes = new TreeMap<>();
        prompt.members()
                .forEach((id, node) -> nodes.put(
                        id, Map.of("class", node.at("class_type").write(), "inputs", value(node.at("inputs")))));
        return nodes;
    }

    /** What was queued, without the inputs that the node had not yet got at the time of the other prompt. */
    public static Object withoutDefaults(Object queued, Object prompt) {
        if (!(queued instanceof Map<?, ?> nodes) || !(prompt instanceof Map<?, ?> others)) {
            return queued;
        }
        Map<Object, Object> same = new TreeMap<>();
        nodes.forEach((key, value) -> {
            if (others.containsKey(key)) {
                same.put(key, withoutDefaults(value, Objects.requireNonNull(others.get(key))));
            } else if (!DEFAULTS.contains(String.valueOf(value))) {
                same.put(key, value);
            }
        });
        return same;
    }

    private static Object value(Json json) {
        return switch (json) {
            case Json.Num _ -> json.decimal().map(BigDecimal::doubleValue).orElseThrow();
            case Json.Arr(var items) -> items.stream().map(Page::value).toList();
            case Json.Obj(var members) -> {
                Map<String, Object> values = new TreeMap<>();
                members.forEach((name, member) -> values.put(name, value(member)));
                yield values;
            }
            case Json.Str _, Json.Bool _, Json.Null _ -> json.write();
        };
    }

    private static Json parse(String line) {
        try {
            return Json.parse(line);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(line, e);
        }
    }

    private static String answers(String asked) {
        try {
            var questions = Files.createTempFile("assay-page", ".jsonl");
            var errors = Files.createTempFile("assay-page", ".err");
            try {
                Files.writeString(questions, asked);
                var node = start(questions, errors);
                var answers = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (node.waitFor() != 0) {
                    throw new IllegalStateException(Files.readString(errors));
                }
                return answers;
            } finally {
                Files.delete(questions);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(Path questions, Path errors) {
        try {
            return new ProcessBuilder("node", "page.mjs")
                    .directory(FOLDER.toFile())
                    .redirectInput(questions.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            return abort("needs Node: " + e.getMessage());
        }
    }
}
