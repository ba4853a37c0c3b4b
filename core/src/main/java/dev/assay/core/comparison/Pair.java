package dev.assay.core.comparison;

import dev.assay.core.family.Tool;
import dev.assay.core.making.ToolOf;
import dev.assay.core.metadata.carrier.FileFormat;
import dev.assay.core.recipe.Recipe;

/** Two pictures by what is said of their making. */
public record Pair(Side original, Side result, Likeness likeness) {

    /**
     * One of them.
     *
     * @param recipe what is known of its making; perhaps nothing
     * @param format of its file
     */
    public record Side(Recipe recipe, FileFormat format) {

        Tool tool() {
            return ToolOf.recipe(recipe);
        }
    }
}
