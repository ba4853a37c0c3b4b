package dev.assay.core.metadata.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.source.Source;

/** Reads the texts of one file: each by its content, then all that belongs together as one. */
final class Passages {

    /** In the order in which they are tried; graphs are looked for before any of them. */
    private static final List<Dialect> DIALECTS =
            List.of(new ForeignTool(), new GenerationRows(), new CivitaiMeta(), new Infotext());

    private final Source source;
    private final List<Json> prompts = new ArrayList<>();
    private final List<Json> workflows = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private Optional<Source> promptSource = Optional.empty();
    private Optional<Source> workflowSource = Optional.empty();

    Passages(Source source) {
        this.source = source;
    }

    List<Reading> read(List<TextEntry> entries) {
        Set<String> seen = new HashSet<>();
        for (var entry : entries) {
            if (seen.add(entry.text())) {
                one(Passage.of(entry), place(entry));
            }
        }
        return joined();
    }

    List<Reading> read(Passage passage) {
        one(passage, source);
        return joined();
    }

    private Source place(TextEntry entry) {
        var repeated = entry.key().isEmpty() || entry.carrier().endsWith(entry.key());
        return source.at(repeated ? entry.carrier() : entry.carrier() + " " + entry.key());
    }

    private void one(Passage passage, Source place) {
        var graph = ComfyShape.graph(passage.json());
        if (graph.isPresent()) {
            graph.get().prompt().ifPresent(prompts::add);
            graph.get().workflow().ifPresent(workflows::add);
            promptSource = promptSource.or(() -> graph.get().prompt().map(_ -> place));
            workflowSource = workflowSource.or(() -> Optional.of(place));
            return;
        }
        DIALECTS.stream()
                .filter(dialect -> dialect.canRead(passage))
                .findFirst()
                .ifPresent(dialect -> readings.add(dialect.read(passage, place)));
    }

    /** The graph's values come first: it is what ran. The text beside it adds hashes, and shows where the two disagree. */
    private List<Reading> joined() {
        var graph = new EmbeddedGraph(largest(prompts), largest(workflows));
        var main = promptSource.or(() -> workflowSource).flatMap(place -> GraphReading.of(graph, place));
        if (main.isEmpty()) {
            return List.copyOf(readings);
        }
        var draft = new Draft(main.get().source());
        draft.graph(graph);
        draft.complete(main.get());
        var beside = readings.stream().filter(reading -> !reading.isEmpty()).findFirst();
        beside.ifPresent(draft::complete);
        List<Reading> all = new ArrayList<>(List.of(draft.build()));
        readings.stream()
                .filter(reading -> beside.filter(reading::equals).isEmpty())
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** Some files hold the same key twice, one of them cut or empty. */
    private static Optional<Json> largest(List<Json> graphs) {
        return graphs.stream()
                .max(Comparator.comparingInt(graph -> graph.write().length()));
    }
}
