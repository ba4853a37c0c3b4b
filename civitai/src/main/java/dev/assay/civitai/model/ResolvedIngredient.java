package dev.assay.civitai.model;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;

/**
 * An ingredient, put together from everything that speaks of it, and what it turned out to be.
 *
 * @param ingredient all its clues and sources; its role is made specific where the file tells it
 * @param resolution what it is; only {@link Resolution.Exact} goes on
 * @param findings what the user should know of how that was decided
 * @param choices the files of one version among which only a choice decides, in the site's order; empty where what is known
 *     of it does
 */
public record ResolvedIngredient(
        Ingredient ingredient, Resolution resolution, List<Finding> findings, List<ModelFile> choices) {

    public ResolvedIngredient {
        findings = List.copyOf(findings);
        choices = List.copyOf(choices);
    }

    /** One of which nothing is left to choose. */
    public ResolvedIngredient(Ingredient ingredient, Resolution resolution, List<Finding> findings) {
        this(ingredient, resolution, findings, List.of());
    }

    /** The same with one more thing to know. */
    ResolvedIngredient and(Finding finding) {
        return new ResolvedIngredient(
                ingredient,
                resolution,
                Stream.concat(findings.stream(), Stream.of(finding)).toList());
    }

    /**
     * Whether the site merely links it to the image or its post (quirk 26) while no metadata speak of it: then it is a
     * hint, no part of the recipe.
     */
    public boolean onlyLinked() {
        return Clues.of(ingredient).onlyLinked();
    }
}
