package dev.assay.civitai.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.assay.core.ingredient.Role;

/**
 * The versions that are at hand: those that the metadata name, and those that the site merely links to the image. An
 * ingredient is looked for among them before the whole site is asked, since a look-up by hash answers with the oldest
 * version that has it (quirk 13), which need not be the one that was used.
 *
 * @param named by the metadata, by their number
 * @param linked by the site only, by their number
 */
record KnownVersions(Map<Long, ModelVersion> named, Map<Long, ModelVersion> linked) {

    static KnownVersions of(List<Mention> mentions, Catalogue catalogue) {
        Map<Long, ModelVersion> named = new TreeMap<>();
        Map<Long, ModelVersion> linked = new TreeMap<>();
        for (var mention : mentions) {
            if (Identification.engine(mention.clues()).isEmpty()) {
                mention.clues().versions().forEach(id -> look(id, catalogue, named));
                mention.clues().possibleVersions().forEach(id -> look(id, catalogue, linked));
            }
        }
        linked.keySet().removeAll(named.keySet());
        return new KnownVersions(named, linked);
    }

    private static void look(long id, Catalogue catalogue, Map<Long, ModelVersion> into) {
        if (catalogue.version(id) instanceof Lookup.Found(var version)) {
            into.put(id, version);
        }
    }

    /** Versions with a file that has one of the hashes, and contradicts none. */
    List<ModelVersion> withHash(Clues clues) {
        return Stream.concat(named.values().stream(), linked.values().stream())
                .filter(version -> version.files().stream().anyMatch(file -> HashMatch.matches(file, clues)))
                .toList();
    }

    /** Whether the version has a file of exactly that name for that part. */
    static boolean hasFileName(ModelVersion version, Clues clues, Role role) {
        return version.ownFiles().stream()
                .filter(file -> Roles.suits(role, file))
                .anyMatch(file -> clues.names().stream().anyMatch(name -> FileNames.same(name, file.name())));
    }
}
