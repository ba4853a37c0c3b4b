package dev.assay.core.metadata.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;

/** Knows of the nodes of common packs what their outputs give, and guesses it of others that are called after what they do. */
final class NodeOutputs {

    private static final String RESOURCE = "node-outputs.tsv";
    private static final String ANY = "*";

    /** Inputs by which switches of unknown packs are told what to choose. */
    private static final List<String> NUMBERS = List.of("select", "index", "Input", "input");

    private static final List<String> FLAGS = List.of("boolean", "switch", "condition", "cond", "on");

    private static final Map<String, Map<String, NodeOutput>> TABLE = load();

    private NodeOutputs() {}

    private static Map<String, Map<String, NodeOutput>> load() {
        var stream = NodeOutputs.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("the table of outputs is not in this build");
        }
        Map<String, Map<String, NodeOutput>> table = new HashMap<>();
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var cells = line.split("\t", -1);
                table.computeIfAbsent(cells[0], _ -> new HashMap<>()).put(cells[1], NodeOutput.read(cells[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(table);
    }

    /** What the output gives; empty where it gives something new, or nobody knows. */
    static Optional<NodeOutput> of(ApiNode node, long slot) {
        var listed = TABLE.get(node.type());
        if (listed != null) {
            return Optional.ofNullable(listed.getOrDefault(Long.toString(slot), listed.get(ANY)));
        }
        return guessed(node);
    }

    private static Optional<NodeOutput> guessed(ApiNode node) {
        var type = node.words();
        if (type.startsWith("reroute") && node.inputs().size() == 1) {
            return Optional.of(
                    new NodeOutput.Passed(node.inputs().keySet().iterator().next(), ""));
        }
        return type.contains("switch") ? choice(node) : Optional.empty();
    }

    private static Optional<NodeOutput> choice(ApiNode node) {
        for (var flag : FLAGS) {
            if (node.input(flag) instanceof Json.Bool && node.has("on_true") && node.has("on_false")) {
                return Optional.of(new NodeOutput.ByFlag(flag, "on_true", "on_false"));
            }
        }
        for (var number : NUMBERS) {
            if (node.input(number).integer().isPresent() && node.has("input1")) {
                return Optional.of(new NodeOutput.ByNumber(number, "input", 1));
            }
        }
        return Optional.empty();
    }
}
