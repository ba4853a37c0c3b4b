package dev.assay.civitai.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.reference.Air;
import dev.assay.core.reference.HuggingFaceFile;
import dev.assay.core.reference.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The clues of one ingredient, by kind, each once. Hashes that identify nothing (of no bytes, all zeros, too short) are
 * left out (quirk 14).
 */
record Clues(List<Clue> all) {

    static Clues of(Ingredient ingredient) {
        return new Clues(ingredient.clues());
    }

    /** Versions that the image's own metadata name, by number or AIR; may be no possible numbers. */
    List<Long> versions() {
        var byNumber = pick(clue -> clue instanceof Clue.Version(var id) ? id : null);
        var byAir = airs().stream()
                .map(Air::versionId)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong);
        return Stream.concat(byNumber.stream(), byAir).distinct().toList();
    }

    List<Long> possibleVersions() {
        return pick(clue -> clue instanceof Clue.PossibleVersion(var id) ? id : null);
    }

    /** Models that are named, by number or AIR. */
    List<Long> models() {
        List<Long> byNumber = pick(clue -> clue instanceof Clue.OfModel(var id) ? id : null);
        var byAir = airs().stream()
                .map(Air::modelId)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong);
        return Stream.concat(byNumber.stream(), byAir).distinct().toList();
    }

    /** The model that somebody wants, without saying which version. */
    Optional<Long> askedModel() {
        List<Long> asked = pick(clue -> clue instanceof Clue.OfModel(var id) ? id : null);
        return asked.stream().findFirst();
    }

    /** Files of the site that are named, by number or AIR. */
    List<Long> files() {
        List<Long> byNumber = pick(clue -> clue instanceof Clue.OfFile(var id) ? id : null);
        var byAir = airs().stream()
                .filter(Air::isCivitai)
                .map(Air::fileId)
                .flatMap(Optional::stream)
                .map(Ids::parse)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong);
        return Stream.concat(byNumber.stream(), byAir).distinct().toList();
    }

    /** Files and repositories on Hugging Face that are named, by address or AIR. */
    List<HuggingFaceFile> onHuggingFace() {
        List<HuggingFaceFile> byAddress = pick(clue -> clue instanceof Clue.OnHuggingFace(var file) ? file : null);
        var byAir = airs().stream().map(HuggingFaceFile::of).flatMap(Optional::stream);
        return Stream.concat(byAddress.stream(), byAir).distinct().toList();
    }

    /** Hashes of whole files that are SHA-256 or BLAKE3. */
    List<String> whole() {
        return pick(clue -> clue instanceof Clue.WholeHash(var hex) && isHash(hex) ? hex : null);
    }

    private static boolean isHash(String hex) {
        return Sha256.parse(hex).filter(Sha256::identifies).isPresent();
    }

    /** Hashes too short to tell a file by, of what somebody wants: they find candidates. */
    List<ShortHash> weak() {
        return pick(clue -> clue instanceof Clue.WeakHash(var hash) ? hash : null);
    }

    List<Air> airs() {
        return pick(clue -> clue instanceof Clue.ByAir(var air) ? air : null);
    }

    List<Sha256> full() {
        return pick(clue -> clue instanceof Clue.FullHash(var hash) && hash.identifies() ? hash : null);
    }

    /** Whole hashes that identify nothing. */
    List<Sha256> meaningless() {
        return pick(clue -> clue instanceof Clue.FullHash(var hash) && !hash.identifies() ? hash : null);
    }

    List<ShortHash> keys() {
        return pick(clue -> clue instanceof Clue.KeyHash(var hash) && hash.looksUp() ? hash : null);
    }

    List<String> names() {
        return pick(clue -> clue instanceof Clue.Named(var name) ? name : null);
    }

    List<Clue.Titled> titles() {
        return pick(clue -> clue instanceof Clue.Titled titled ? titled : null);
    }

    /** Whether the site links it to the image, and nothing of the image itself speaks of it (quirk 26). */
    boolean onlyLinked() {
        return !possibleVersions().isEmpty()
                && all.stream().allMatch(clue -> clue instanceof Clue.PossibleVersion || clue instanceof Clue.Titled);
    }

    boolean hasHash() {
        return !full().isEmpty() || !whole().isEmpty() || !keys().isEmpty();
    }

    private <T> List<T> pick(Function<Clue, @Nullable T> kind) {
        return all.stream()
                .map(kind)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }
}
