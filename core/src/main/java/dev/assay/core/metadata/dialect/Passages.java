package dev.assay.core.metadata.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.Understood;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.graph.ComfyShape;
import dev.assay.core.metadata.graph.GraphReading;
import dev.assay.core.source.Source;

/** Reads the texts of one file: each by its content, then all that belongs together as one. */
final class Passages {

    private static final Set<String> ENCODER = Set.of("encoder", "ENCODER", "DURATION", "\u00a9too", "\u00a9swr");

    private final Source source;
    private final List<Json> prompts = new ArrayList<>();
    private final List<Json> workflows = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Set<String> along = new HashSet<>();
    private Optional<Source> promptSource = Optional.empty();
    private Optional<Source> workflowSource = Optional.empty();

    Passages(Source source) {
        this.source = source;
    }

    Understood read(List<TextEntry> entries) {
        Map<String, String> beside = new LinkedHashMap<>();
        entries.forEach(entry -> beside.putIfAbsent(entry.key(), entry.text()));
        Set<String> seen = new HashSet<>();
        List<TextEntry> open = new ArrayList<>();
        var packetsAreOpen = entries.stream().anyMatch(entry -> entry.carrier().equals("XMP") && !isPacket(entry));
        for (var entry : entries) {
            if (!along.contains(entry.key())
                    && !(packetsAreOpen && isPacket(entry))
                    && seen.add(entry.text())
                    && !one(Passage.of(entry, beside), place(entry))) {
                open.add(entry);
            }
        }
        return new Understood(joined(), unread(open));
    }

    List<Reading> read(Passage passage) {
        one(passage, source);
        return joined();
    }

    private Source place(TextEntry entry) {
        var repeated = entry.key().isEmpty() || entry.carrier().endsWith(entry.key());
        return source.at(repeated ? entry.carrier() : entry.carrier() + " " + entry.key());
    }

    /** An XMP packet as a whole; its properties stand beside it, where any of them tells something. */
    private static boolean isPacket(TextEntry entry) {
        return entry.key().equals("XML:com.adobe.xmp");
    }

    /** Without what was read along with others, whole packets, and what film encoders note of themselves. */
    private List<TextEntry> unread(Collection<TextEntry> open) {
        return open.stream()
                .filter(entry -> !along.contains(entry.key()))
                .filter(entry -> !isPacket(entry) && !ENCODER.contains(entry.key()))
                .toList();
    }

    /** Whether anything could be made of it. */
    private boolean one(Passage passage, Source place) {
        var graph = ComfyShape.graph(passage.json());
        if (graph.isPresent()) {
            graph.get().prompt().ifPresent(prompts::add);
            graph.get().workflow().ifPresent(workflows::add);
            promptSource = promptSource.or(() -> graph.get().prompt().map(_ -> place));
            workflowSource = workflowSource.or(() -> Optional.of(place));
            OnSiteJob.read(passage, place).ifPresent(readings::add);
            return true;
        }
        var dialect = Dialects.of(passage);
        dialect.ifPresent(found -> {
            readings.add(found.read(passage, place));
            along.addAll(found.along(passage));
        });
        return dialect.isPresent();
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
        return graphs.size() < 2
                ? graphs.stream().findFirst()
                : graphs.stream()
                        .max(Comparator.comparingInt(graph -> graph.write().length()));
    }
}
