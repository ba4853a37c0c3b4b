package dev.assay.app.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.assay.core.hash.Sha256;
import dev.assay.models.library.ModelFile;

/**
 * Files with the same content.
 *
 * @param copies at least two
 * @param cost bytes that would be free if only one of them were left; links to one file cost nothing
 */
public record DuplicateSet(Sha256 sha256, List<LibraryItem> copies, long cost) {

    public DuplicateSet {
        copies = List.copyOf(copies);
    }

    /** All contents that are there more than once, the most costly first. */
    public static List<DuplicateSet> in(List<LibraryItem> items) {
        Map<Sha256, List<LibraryItem>> byContent = new LinkedHashMap<>();
        items.stream()
                .filter(item -> item.presence() == LibraryItem.Presence.THERE)
                // Nothing is saved by deleting files of no bytes.
                .filter(item -> item.file().stamp().size() > 0)
                .forEach(item -> byContent
                        .computeIfAbsent(item.file().sha256(), _ -> new ArrayList<>())
                        .add(item));
        return byContent.entrySet().stream()
                .filter(content -> content.getValue().size() > 1)
                .map(content -> new DuplicateSet(content.getKey(), content.getValue(), cost(content.getValue())))
                .sorted(Comparator.comparingLong((DuplicateSet set) -> -set.cost()))
                .toList();
    }

    private static long cost(List<LibraryItem> copies) {
        Set<String> files = new HashSet<>();
        for (var copy : copies) {
            files.add(key(copy));
        }
        return copies.getFirst().file().stamp().size() * (files.size() - 1);
    }

    /** What is one file on the disk, under whatever paths. */
    private static String key(LibraryItem copy) {
        var path = copy.file().path();
        try {
            var key = ModelFile.at(path).fileKey();
            return key.isEmpty() ? path.toRealPath().toString() : key;
        } catch (IOException _) {
            return path.toString();
        }
    }
}
