package dev.assay.core.making;

import java.util.ArrayList;

import dev.assay.core.recipe.Recipe;

/** Where custom nodes can do what core nodes cannot, so that it is worth asking a server which it has. */
public final class CustomNodes {

    private CustomNodes() {}

    /** Whether the recipe holds such work. */
    public static boolean wouldHelp(Recipe recipe) {
        return !DetailSettling.details(recipe, new ArrayList<>()).isEmpty()
                || ControlSettling.units(recipe).values().stream()
                        .anyMatch(unit -> unit.isIpAdapter()
                                || unit.preprocessor()
                                        .flatMap(Preprocessors::of)
                                        .isPresent());
    }
}
