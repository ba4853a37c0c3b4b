package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds names in a text by their first letter, the longest and then the one of the same case first. */
final class NameIndex {

    private final Map<Character, List<String>> byFirst = new HashMap<>();

    private NameIndex() {}

    static NameIndex of(Collection<String> names) {
        var index = new NameIndex();
        names.stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(index::add);
        return index;
    }

    private void add(String name) {
        byFirst.computeIfAbsent(folded(name.charAt(0)), _ -> new ArrayList<>()).add(name);
    }

    /** The name that stands there as a whole word. */
    Optional<String> longestAt(String text, int at) {
        String best = null;
        for (var name : byFirst.getOrDefault(folded(text.charAt(at)), List.of())) {
            if (best != null && name.length() < best.length()) {
                break;
            }
            if (standsAt(text, at, name) && (best == null || text.startsWith(name, at))) {
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean standsAt(String text, int at, String name) {
        int end = at + name.length();
        return text.regionMatches(true, at, name, 0, name.length())
                && (end == text.length() || !isWordPart(text.charAt(end)));
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
