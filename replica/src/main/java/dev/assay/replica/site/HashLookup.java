package dev.assay.replica.site;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/** Finds a version by a hash of any kind; the oldest wins (§4.4, quirk 13). */
final class HashLookup {

    /** How every SHA-256 of nothing begins, in each length the site stores. */
    private static final String OF_NOTHING = "E3B0C44298";

    private static final long VERSION_OF_NOTHING = 19613;

    private static final Comparator<Version> OLDEST = Comparator.comparing(
                    (Version version) -> version.at("publishedAt").text().orElse(""))
            .thenComparingLong(Version::id);

    private final World world;

    HashLookup(World world) {
        this.world = world;
    }

    Optional<Version> find(String hash) {
        var wanted = hash.toUpperCase(Locale.ROOT);
        if (wanted.startsWith(OF_NOTHING)) {
            // Quirk 14: the hash of an empty file leads to a LoRA nobody asked for.
            return world.version(VERSION_OF_NOTHING);
        }
        return world.versions().filter(version -> has(version, wanted)).min(OLDEST);
    }

    /** All versions with a file of that SHA-256, as a list of hashes is answered. */
    Stream<Version> ofSha256(String hash) {
        return world.versions()
                .filter(version -> allFiles(version).stream()
                        .anyMatch(file -> file.at("hashes")
                                .at("SHA256")
                                .text()
                                .filter(hash::equalsIgnoreCase)
                                .isPresent()));
    }

    private static boolean has(Version version, String wanted) {
        return allFiles(version).stream()
                .flatMap(file -> file.at("hashes").members().values().stream())
                .anyMatch(hash -> hash.text()
                        .filter(text -> text.equalsIgnoreCase(wanted))
                        .isPresent());
    }

    /** Also those that an archived version no longer shows. */
    private static List<Json> allFiles(Version version) {
        return version.files().isEmpty()
                ? version.at("files").items()
                : version.files().stream().map(file -> file.body()).toList();
    }
}
