package dev.assay.core.recipe;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.source.Sourced;

/**
 * Everything needed to make an image, each value with its source (law 2).
 *
 * @param values the settings, as written
 * @param ingredients every mention of a model, by precedence of its source; one model may be mentioned several times
 * @param graph the maker's own graph, if there is one
 * @param extras what else the sources say, under its own key
 * @param findings what was odd or in dispute
 */
public record Recipe(
        Map<Parameter, Sourced<String>> values,
        List<Ingredient> ingredients,
        Optional<Sourced<EmbeddedGraph>> graph,
        Map<String, Sourced<String>> extras,
        List<Finding> findings) {

    public Recipe {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        ingredients = List.copyOf(ingredients);
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
        findings = List.copyOf(findings);
    }

    /** Whether no source says anything of the making. */
    public boolean isEmpty() {
        return values.isEmpty() && ingredients.isEmpty() && graph.isEmpty();
    }

    /** The value as written. */
    public Optional<String> text(Parameter parameter) {
        return Optional.ofNullable(values.get(parameter)).map(Sourced::value);
    }

    /** The value as a number, where it is one. */
    public Optional<BigDecimal> decimal(Parameter parameter) {
        return text(parameter).flatMap(value -> Json.of(value).decimal());
    }

    /** The value as a whole number, where it is one and fits. */
    public Optional<Long> whole(Parameter parameter) {
        return text(parameter).flatMap(value -> Json.of(value).integer());
    }

    /** An extra as written; keys compare exactly. */
    public Optional<String> extra(String key) {
        return Optional.ofNullable(extras.get(key)).map(Sourced::value);
    }
}
