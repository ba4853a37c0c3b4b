package dev.assay.app.pipeline;

import dev.assay.core.ingredient.Clue;

/** What is known of an ingredient, in words. */
public final class Clues {

    private Clues() {}

    public static String words(Clue clue) {
        return switch (clue) {
            case Clue.Version(var id) -> "model version " + id;
            case Clue.PossibleVersion(var id) -> "perhaps model version " + id;
            case Clue.FullHash(var hash) -> "SHA-256 " + hash;
            case Clue.KeyHash(var hash) -> "hash " + hash;
            case Clue.ByAir(var air) ->
                "AIR " + air.source() + ":" + air.id()
                        + air.version().map(v -> "@" + v).orElse("");
            case Clue.OfModel(var id) -> "model " + id;
            case Clue.OfFile(var id) -> "file " + id;
            case Clue.WholeHash(var hex) -> "SHA-256 or BLAKE3 " + hex;
            case Clue.WeakHash(var hash) -> "AutoV1 or CRC32 " + hash;
            case Clue.OnHuggingFace(var file) -> "Hugging Face " + file;
            case Clue.Named(var name) -> "name \"" + name + "\"";
            case Clue.Titled(var model, var version, var base) ->
                "title \"" + model + "\" \"" + version + "\"" + (base.isEmpty() ? "" : " (" + base + ")");
        };
    }
}
