package dev.assay.core.workflow.definition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * Our table of core nodes: a line for each class, its name, a tab, and what {@code /object_info} says of it without
 * prose and files. A line is read only when its class is asked for.
 */
final class CoreNodes implements NodeDefinitions {

    static final String RESOURCE = "core-nodes.tsv";

    private final Map<String, String> lines;

    private CoreNodes(Map<String, String> lines) {
        this.lines = lines;
    }

    static CoreNodes load() {
        Map<String, String> lines = new HashMap<>();
        var stream = CoreNodes.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("the table of core nodes is not in this build");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> {
                var tab = line.indexOf('\t');
                lines.put(line.substring(0, tab), line.substring(tab + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CoreNodes(lines);
    }

    @Override
    public Optional<NodeDefinition> find(String type) {
        return Optional.ofNullable(lines.get(type)).flatMap(line -> ObjectInfo.read(type, parse(line)));
    }

    Json asObjectInfo() {
        var answer = Json.object();
        lines.forEach((type, line) -> answer.put(type, parse(line)));
        return answer.build();
    }

    private static Json parse(String line) {
        try {
            return Json.parse(line);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the table of core nodes is damaged", e);
        }
    }
}
