package dev.assay.core.workflow.definition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.assay.core.json.Json;

/**
 * What the values of nodes of common packs are called, in the order in which editors keep them: enough to read a graph
 * that was never run, not to write one. Older editors did not list the names.
 */
final class PackNodes implements NodeDefinitions {

    private static final String RESOURCE = "pack-nodes.tsv";
    private static final int MAX_REPEATS = 60;

    private final Map<String, List<InputDefinition>> widgets = new HashMap<>();

    private PackNodes() {}

    static PackNodes load() {
        var stream = PackNodes.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("the table of packs is not in this build");
        }
        var nodes = new PackNodes();
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var tab = line.indexOf('\t');
                nodes.widgets.put(line.substring(0, tab), widgets(line.substring(tab + 1)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nodes;
    }

    /** Names with commas between them; {@code [a_#,b_#]} stands for as many pairs as there may be, counted from 1. */
    private static List<InputDefinition> widgets(String written) {
        List<InputDefinition> widgets = new ArrayList<>();
        var open = written.indexOf('[');
        for (var name : written.substring(0, open < 0 ? written.length() : open).split(",", -1)) {
            if (!name.isEmpty()) {
                widgets.add(widget(name));
            }
        }
        if (open >= 0) {
            var repeated = written.substring(open + 1, written.indexOf(']')).split(",", -1);
            IntStream.rangeClosed(1, MAX_REPEATS).forEach(number -> {
                for (var name : repeated) {
                    widgets.add(widget(name.replace("#", Integer.toString(number))));
                }
            });
        }
        return List.copyOf(widgets);
    }

    /** A seed is followed by what becomes of it after the run. */
    private static InputDefinition widget(String name) {
        var isSeed = name.equals("seed") || name.equals("noise_seed");
        var type =
                isSeed ? new InputType.Whole(new Range(Optional.empty(), Optional.empty())) : new InputType.Other(name);
        return new InputDefinition(name, type, false, Json.none(), isSeed, "");
    }

    @Override
    public Optional<NodeDefinition> find(String type) {
        return Optional.ofNullable(widgets.get(type))
                .map(inputs -> new NodeDefinition(type, inputs, List.of(), false, false, ""));
    }
}
