package dev.assay.app.pipeline;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.making.Placed;

/** Models that the metadata name and the workflow does not use: nothing is left out in silence (law 2). */
final class Asides {

    private Asides() {}

    /**
     * What it means that a model is not used.
     *
     * @param ownGraph whether the maker's own graph is used, which then did not need it either
     */
    static Finding of(Ingredient ingredient, boolean ownGraph) {
        var name = "The " + ingredient.role().words() + " \"" + ingredient.name() + "\"";
        return ownGraph
                ? Finding.info("MODEL_NOT_IN_GRAPH", name + " is named, but the maker's own graph does not load it.")
                : Finding.warning(
                        "MODEL_LEFT_OUT",
                        Effect.LEAVES_OUT,
                        name + " is named, but the workflow does not use it: the settings do not say how it was used.");
    }

    /**
     * A graph has one VAE and one checkpoint; where several are named, the strongest source's is used.
     *
     * @param models that the family's graph loads: one, or two experts
     */
    static List<Finding> surplus(List<Placed> placed, int models) {
        return Stream.concat(
                        placed.stream()
                                .filter(one -> one.ingredient().role().isBase())
                                .skip(models),
                        placed.stream()
                                .filter(one -> one.ingredient().role() == Role.VAE)
                                .skip(1))
                .map(one -> Finding.warning(
                        "MODEL_SURPLUS",
                        Effect.DOUBT,
                        "More than one " + one.ingredient().role().words() + " is named; \""
                                + one.ingredient().name() + "\" is not used."))
                .toList();
    }
}
