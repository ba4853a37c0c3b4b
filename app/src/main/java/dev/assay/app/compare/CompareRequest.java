package dev.assay.app.compare;

import java.nio.file.Path;
import java.util.Optional;

import dev.assay.core.recipe.Recipe;

/**
 * What is to be compared.
 *
 * @param originalName as the user knows it
 * @param original its file
 * @param originalRecipe what is known of its making, where that is not to be read from the file
 * @param resultName as the user knows it
 * @param result its file
 * @param picture where the pictures go, side by side
 * @param force replace an existing picture
 * @param strict whatever is not the same pixel by pixel is an error
 */
public record CompareRequest(
        String originalName,
        Path original,
        Optional<Recipe> originalRecipe,
        String resultName,
        Path result,
        Optional<Path> picture,
        boolean force,
        boolean strict) {}
