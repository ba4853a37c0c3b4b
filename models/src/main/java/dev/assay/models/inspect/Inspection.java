package dev.assay.models.inspect;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;

/**
 * What a file shows without its body.
 *
 * @param container in which form it holds its tensors
 * @param architecture what its tensors show; of pickles, whose headers are programs, nothing
 * @param metadata what the author wrote into it; not to be trusted, and not yet escaped for a terminal
 * @param omitted metadata too long to keep, with their length in characters
 * @param damage why it cannot be what its name says; empty where nothing speaks against it
 */
public record Inspection(
        Container container,
        Architecture architecture,
        Map<String, String> metadata,
        Map<String, Integer> omitted,
        Optional<Damage> damage) {

    private static final Architecture NOTHING_SHOWN = new Architecture(ModelKind.UNKNOWN, Family.UNKNOWN, false, false);

    public Inspection {
        metadata = Map.copyOf(metadata);
        omitted = Map.copyOf(omitted);
    }

    /** A file whose tensors cannot be seen. */
    static Inspection opaque(Container container) {
        return new Inspection(container, NOTHING_SHOWN, Map.of(), Map.of(), Optional.empty());
    }

    static Inspection damaged(Container container, Damage.Kind kind, String words) {
        return new Inspection(container, NOTHING_SHOWN, Map.of(), Map.of(), Optional.of(new Damage(kind, words)));
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
        return new Inspection(container, architecture, kept, omitted, Optional.empty());
    }

    /** Trainers write counts of all tags and even pictures into the metadata: of no use in a list. */
    private static final int LONGEST_VALUE = 2048;

    private static final int LARGEST_METADATA = 32 << 10;
    private static final int MOST_OMITTED = 100;
}
