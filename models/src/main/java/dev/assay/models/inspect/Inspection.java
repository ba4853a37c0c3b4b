package dev.assay.models.inspect;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.assay.core.pickle.PickleImport;
import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;

/**
 * What a file shows without its body.
 *
 * @param container in which form it holds its tensors
 * @param architecture what its tensors show
 * @param metadata what the author wrote into it; not to be trusted, and not yet escaped for a terminal
 * @param omitted metadata too long to keep, with their length in characters
 * @param imports what it would make Python import besides what plain weights need; of pickles only
 * @param damage why it cannot be what its name says; empty where nothing speaks against it
 */
public record Inspection(
        Container container,
        Architecture architecture,
        Map<String, String> metadata,
        Map<String, Integer> omitted,
        List<PickleImport> imports,
        Optional<Damage> damage) {

    private static final Architecture NOTHING_SHOWN = new Architecture(ModelKind.UNKNOWN, Family.UNKNOWN, false, false);

    public Inspection {
        metadata = Map.copyOf(metadata);
        omitted = Map.copyOf(omitted);
        imports = List.copyOf(imports);
    }

    /** A file whose tensors cannot be seen. */
    static Inspection opaque(Container container) {
        return new Inspection(container, NOTHING_SHOWN, Map.of(), Map.of(), List.of(), Optional.empty());
    }

    static Inspection damaged(Container container, Damage.Kind kind, String words) {
        return new Inspection(
                container, NOTHING_SHOWN, Map.of(), Map.of(), List.of(), Optional.of(new Damage(kind, words)));
    }

    /** A sound file; long metadata are left out. */
    static Inspection sound(Container container, Architecture architecture, Map<String, String> metadata) {
        var kept = new TreeMap<String, String>();
        var omitted = new TreeMap<String, Integer>();
        var room = LARGEST_METADATA;
        for (var entry : new TreeMap<>(metadata).entrySet()) {
            var length = entry.getKey().length() + entry.getValue().length();
            if (entry.getValue().length() <= LONGEST_VALUE && length <= room) {
                kept.put(entry.getKey(), entry.getValue());
                room -= length;
            } else if (omitted.size() < MOST_OMITTED) {
                omitted.put(entry.getKey(), entry.getValue().length());
            }
        }
        return new Inspection(container, architecture, kept, omitted, List.of(), Optional.empty());
    }

    /** The same, of a pickle that would import these; the gravest first. */
    Inspection importing(Collection<PickleImport> all) {
        var notable = all.stream()
                .filter(one -> one.judgement() != PickleImport.Judgement.PLAIN)
                .sorted(Comparator.comparing(PickleImport::judgement).reversed().thenComparing(PickleImport::words))
                .limit(MOST_IMPORTS)
                .toList();
        return new Inspection(container, architecture, metadata, omitted, notable, damage);
    }

    private static final int MOST_IMPORTS = 50;

    /** Trainers write counts of all tags and even pictures into the metadata: of no use in a list. */
    private static final int LONGEST_VALUE = 2048;

    private static final int LARGEST_METADATA = 32 << 10;
    private static final int MOST_OMITTED = 100;
}
