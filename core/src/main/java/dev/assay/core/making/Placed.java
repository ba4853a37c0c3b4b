package dev.assay.core.making;

import java.util.Optional;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;

/**
 * An ingredient that is identified and has its place: what a graph may name.
 *
 * @param ingredient how the recipe uses it
 * @param file what it is; empty only for a model that the graph names and Assay need not know
 * @param listingName its name as ComfyUI lists it, with that computer's separators
 * @param directory kind of folder it lies in, such as {@code loras}
 * @param link where it can be had, for ComfyUI's own download; without secrets
 */
public record Placed(
        Ingredient ingredient, Optional<ModelFile> file, String listingName, String directory, Optional<String> link) {}
