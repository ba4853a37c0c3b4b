package dev.assay.core.workflow.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * Our table of core nodes: a line for each class, its name, a tab, and what {@code /object_info} says of it without
 * prose and files. The lines are sorted by name, so that a line is found, and then read, only when its class is asked
 * for: a graph needs a dozen of the hundreds.
 */
final class CoreNodes implements NodeDefinitions {

    static final String RESOURCE = "core-nodes.tsv";

    private final byte[] table;

    private CoreNodes(byte[] table) {
        this.table = table;
    }

    static CoreNodes load() {
        try (var stream = CoreNodes.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the table of core nodes is not in this build");
            }
            return new CoreNodes(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<NodeDefinition> find(String type) {
        return line(type.getBytes(StandardCharsets.UTF_8)).flatMap(line -> ObjectInfo.read(type, parse(line)));
    }

    /** What follows the name in its line, by halving the lines among which it can be. */
    private Optional<String> line(byte[] name) {
        var low = 0;
        var high = table.length;
        while (low < high) {
            var start = startOfLine((low + high) >>> 1);
            var tab = next('\t', start);
            var end = next('\n', tab);
            var order = Arrays.compare(name, 0, name.length, table, start, tab);
            if (order == 0) {
                return Optional.of(new String(table, tab + 1, end - tab - 1, StandardCharsets.UTF_8));
            } else if (order < 0) {
                high = start;
            } else {
                low = end + 1;
            }
        }
        return Optional.empty();
    }

    private int startOfLine(int within) {
        var at = within;
        while (at > 0 && table[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private int next(char sign, int from) {
        var at = from;
        while (table[at] != sign) {
            at++;
        }
        return at;
    }

    Json asObjectInfo() {
        var answer = Json.object();
        new String(table, StandardCharsets.UTF_8).lines().forEach(line -> {
            var tab = line.indexOf('\t');
            answer.put(line.substring(0, tab), parse(line.substring(tab + 1)));
        });
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
