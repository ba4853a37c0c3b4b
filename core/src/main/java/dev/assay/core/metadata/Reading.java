package dev.assay.core.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.source.Source;

/**
 * What one source says of how an image was made.
 *
 * @param source who says it
 * @param values the settings, as written but for stray white space and quotes; absent where the source is silent
 * @param ingredients the models it names, in its order; LoRAs in prompt tags included
 * @param extras what else it says, by its own key; texts as written
 * @param graph the maker's own graph, if the source holds one that can be read
 * @param findings what was odd in reading it
 */
public record Reading(
        Source source,
        Map<Parameter, String> values,
        List<Ingredient> ingredients,
        Map<String, String> extras,
        Optional<EmbeddedGraph> graph,
        List<Finding> findings) {

    public Reading {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        ingredients = List.copyOf(ingredients);
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
        findings = List.copyOf(findings);
    }

    /** Whether the source says anything of the making at all. */
    public boolean isEmpty() {
        return values.isEmpty() && ingredients.isEmpty() && graph.isEmpty();
    }
}
