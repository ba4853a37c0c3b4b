package dev.assay.core.ingredient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.source.Source;

/**
 * One model that a recipe uses, as its sources speak of it.
 *
 * @param role the part it plays
 * @param name what to call it: the best name known, as written; never empty (falls back on a hash or number)
 * @param strength weight of the model part of a LoRA, as written; empty where no source says it (which is not 1.0, quirk 33)
 * @param clipStrength weight of the text-encoder part, where it is said apart
 * @param clues all that is known of what it is, each once
 * @param sources who mentions it, in order of precedence
 */
public record Ingredient(
        Role role,
        String name,
        Optional<BigDecimal> strength,
        Optional<BigDecimal> clipStrength,
        List<Clue> clues,
        List<Source> sources) {

    public Ingredient {
        clues = List.copyOf(clues);
        sources = List.copyOf(sources);
    }

    /** An ingredient without weights, as one source mentions it. */
    public static Ingredient of(Role role, String name, Source source, Clue... clues) {
        return new Ingredient(role, name, Optional.empty(), Optional.empty(), List.of(clues), List.of(source));
    }

    /** The same with its weight. */
    public Ingredient withStrength(Optional<BigDecimal> model, Optional<BigDecimal> clip) {
        return new Ingredient(role, name, model, clip, clues, sources);
    }
}
