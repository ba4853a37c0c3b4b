package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;

/** Puts together what plainly speaks of the same ingredient, by a clue that they share. */
final class Mentions {

    private Mentions() {}

    /** In the order of first mention. Nothing is asked for it, so that nothing is asked twice because of it. */
    static List<Mention> of(List<Ingredient> ingredients) {
        var mentions = new ArrayList<>(
                ingredients.stream().map(Mention::of).map(Marked::of).toList());
        for (int first = 0; first < mentions.size(); first++) {
            absorb(mentions, first);
        }
        return mentions.stream().map(Marked::mention).toList();
    }

    private static void absorb(List<Marked> mentions, int first) {
        for (int other = first + 1; other < mentions.size(); other++) {
            if (mentions.get(first).mayBe(mentions.get(other))
                    && same(mentions.get(first).mention(), mentions.get(other).mention())) {
                mentions.set(
                        first,
                        Marked.of(mentions.get(first)
                                .mention()
                                .with(mentions.remove(other).mention())));
                // What was taken in may share a clue with one that was passed over.
                other = first;
            }
        }
    }

    /** Marks that the same ingredient shares at least one of: thousands of mentions are told apart by them quickly. */
    private record Marked(Mention mention, Set<String> marks) {

        static Marked of(Mention mention) {
            Set<String> marks = new HashSet<>();
            var clues = mention.clues();
            linked(clues).forEach(id -> marks.add("version " + id));
            clues.full().forEach(hash -> marks.add("hash " + hash.hex().substring(0, 8)));
            shortHashes(clues).forEach(hash -> marks.add("hash " + hash.hex().substring(0, 8)));
            clues.names().forEach(name -> marks.add("name " + FileNames.stem(name)));
            return new Marked(mention, marks);
        }

        boolean mayBe(Marked other) {
            return !Collections.disjoint(marks, other.marks);
        }
    }

    private static boolean same(Mention one, Mention other) {
        if (!Roles.agree(one.role(), other.role()) || contradict(one.clues(), other.clues())) {
            return false;
        }
        return shareVersion(one.clues(), other.clues())
                || shareHash(one.clues(), other.clues())
                || shareName(one, other);
    }

    private static boolean contradict(Clues one, Clues other) {
        return differ(one.versions(), other.versions())
                || differ(one.full(), other.full())
                || differ(one.files(), other.files());
    }

    private static boolean differ(List<?> one, List<?> other) {
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }

    private static boolean shareVersion(Clues one, Clues other) {
        return !Collections.disjoint(linked(one), linked(other));
    }

    private static Set<Long> linked(Clues clues) {
        var ids = new TreeSet<>(clues.versions());
        ids.addAll(clues.possibleVersions());
        return ids;
    }

    private static boolean shareHash(Clues one, Clues other) {
        return !Collections.disjoint(one.full(), other.full())
                || !Collections.disjoint(shortHashes(one), shortHashes(other))
                || heads(one, other)
                || heads(other, one);
    }

    /** Weak ones too: that the same eight digits are written twice tells that the same is meant. */
    private static List<ShortHash> shortHashes(Clues clues) {
        return clues.all().stream()
                .filter(Clue.KeyHash.class::isInstance)
                .map(clue -> ((Clue.KeyHash) clue).hash())
                .filter(Mentions::meansSomething)
                .toList();
    }

    private static boolean meansSomething(ShortHash hash) {
        return hash.hex().length() < 10
                ? !hash.hex().equals("00000000") && !hash.hex().equals("e3b0c442")
                : hash.looksUp();
    }

    private static boolean heads(Clues keys, Clues whole) {
        return keys.keys().stream()
                .anyMatch(key -> whole.full().stream().anyMatch(hash -> isHead(key, hash))
                        || whole.keys().stream().anyMatch(longer -> longer.hex().startsWith(key.hex())));
    }

    private static boolean isHead(ShortHash key, Sha256 hash) {
        return hash.hex().startsWith(key.hex());
    }

    /** The same name, and the same part beyond doubt: a vague one could be anything of that name. */
    private static boolean shareName(Mention one, Mention other) {
        return one.role() == other.role()
                && one.clues().names().stream()
                        .anyMatch(name -> other.clues().names().stream().anyMatch(also -> sameName(name, also)));
    }

    private static boolean sameName(String one, String other) {
        return FileNames.same(one, other) || FileNames.same(other, one);
    }
}
