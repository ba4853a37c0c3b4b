package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.assay.core.hash.ShortHash;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;

/**
 * Asks the whole site whose a hash is. The answer counts only if one of its files has that hash, of the kind that its
 * length tells (quirk 13): the site looks among hashes of any kind, and may name a version whose file it does not list.
 */
final class HashSearch {

    private final Catalogue catalogue;
    private final Clues clues;
    private final List<String> tried = new ArrayList<>();
    private final List<ModelFile> candidates = new ArrayList<>();

    HashSearch(Catalogue catalogue, Clues clues) {
        this.catalogue = catalogue;
        this.clues = clues;
    }

    Identified search() {
        for (var hash : hashes()) {
            var found = ask(hash);
            if (found.isPresent()) {
                return found.get();
            }
        }
        clues.weak().forEach(this::askWeak);
        clues.airs().stream()
                .map(air -> air.isCivitai()
                        ? "its AIR names model " + air.id() + " without a version"
                        : elsewhere(air.source()))
                .forEach(tried::add);
        clues.meaningless().stream()
                .map(hash -> "the hash " + hash
                        + " is that of no bytes at all, or of a file that could not be read: it is not asked")
                .forEach(tried::add);
        return Identified.as(new Resolution.Unidentified(tried, candidates));
    }

    /** What the facts know of AIRs that name no model of the site's (§4.8). */
    private static String elsewhere(String source) {
        return switch (source.toLowerCase(Locale.ROOT)) {
            case "orchestrator" -> "its AIR names a file inside the site's own generator, which it gives to nobody";
            case "civitai-r2" -> "its AIR names a place in the site's storage, which it opens to nobody";
            default -> "its AIR is of " + source + ", which is not asked";
        };
    }

    /** Whole ones first; the head of a whole one would ask the same again. */
    private List<String> hashes() {
        var hashes = new ArrayList<String>();
        clues.full().forEach(hash -> hashes.add(hash.hex()));
        hashes.addAll(clues.whole());
        clues.keys().stream()
                .map(ShortHash::hex)
                .filter(key ->
                        clues.full().stream().noneMatch(hash -> hash.hex().startsWith(key)))
                .forEach(hashes::add);
        return hashes;
    }

    private Optional<Identified> ask(String hash) {
        return switch (catalogue.byHash(hash)) {
            case Lookup.Found(var version) -> judge(hash, version);
            case Lookup.Absent(var what) -> {
                tried.add(what);
                yield Optional.empty();
            }
            case Lookup.Failed(var why) -> Optional.of(Identified.as(why));
        };
    }

    /** Eight digits are of an AutoV1 or a CRC32, which different files share: what they find is shown, never chosen. */
    private void askWeak(ShortHash hash) {
        switch (catalogue.byHash(hash.hex())) {
            case Lookup.Found(var version) -> {
                tried.add("the eight digits " + hash + " are too few to tell a file by; the site has them of "
                        + version.words());
                candidates.addAll(version.ownFiles());
            }
            case Lookup.Absent(var what) -> tried.add(what);
            case Lookup.Failed(var _) -> tried.add("the site could not be asked about the hash " + hash);
        }
    }

    private Optional<Identified> judge(String hash, ModelVersion version) {
        var matching = Contents.distinct(version.files().stream()
                .filter(file -> HashMatch.matches(file, hash) && HashMatch.matches(file, clues))
                .toList());
        return switch (matching.size()) {
            case 0 -> {
                tried.add("to the hash " + hash + " the site answered " + version.words()
                        + ", but no file listed there has that hash");
                candidates.addAll(version.ownFiles());
                yield Optional.empty();
            }
            case 1 -> Optional.of(exact(matching.getFirst(), hash));
            default ->
                Optional.of(Identified.as(new Resolution.Ambiguous(
                        matching, "the hash " + hash + " is that of several different files of " + version.words())));
        };
    }

    private Identified exact(ModelFile file, String hash) {
        var whole = hash.length() == 64;
        var how = whole
                ? (HashMatch.isBlake3(file, hash) ? "its BLAKE3" : "its SHA-256")
                : "its short hash " + hash + " (" + kind(file, hash) + ")";
        var others = clues.keys().stream()
                .filter(key -> !whole && !HashMatch.matches(file, key))
                .map(ShortHash::hex)
                .toList();
        return new Identified(
                new Resolution.Exact(file, how),
                others.isEmpty() ? List.of() : List.of(Findings.hashNotInFile(String.join(", ", others), file)));
    }

    private static String kind(ModelFile file, String hash) {
        return HashMatch.kind(file, new ShortHash(hash)).orElse("");
    }
}
