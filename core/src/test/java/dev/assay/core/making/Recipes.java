package dev.assay.core.making;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.core.source.Sourced;

/** Puts recipes together for tests. */
public final class Recipes {

    static final Source FILE = new Source(Origin.FILE, "parameters");

    private final Map<Parameter, Sourced<String>> values = new EnumMap<>(Parameter.class);
    private final Map<String, Sourced<String>> extras = new LinkedHashMap<>();
    private final List<Ingredient> ingredients = new ArrayList<>();
    private Optional<Sourced<EmbeddedGraph>> graph = Optional.empty();

    private Recipes() {}

    public static Recipes empty() {
        return new Recipes();
    }

    /** What A1111 writes of a plain picture: the settings of the incident. */
    public static Recipes a1111() {
        return empty().with(Parameter.PROMPT, "score_9, score_8_up, 1girl")
                .with(Parameter.NEGATIVE_PROMPT, "blurry")
                .with(Parameter.STEPS, "30")
                .with(Parameter.SAMPLER, "Euler a")
                .with(Parameter.CFG_SCALE, "3")
                .with(Parameter.SEED, "1716271426")
                .with(Parameter.WIDTH, "832")
                .with(Parameter.HEIGHT, "1216")
                .with(Parameter.RNG, "CPU")
                .with(Parameter.VERSION, "v1.10.1");
    }

    public Recipes with(Parameter parameter, String value) {
        return with(parameter, value, FILE);
    }

    Recipes with(Parameter parameter, String value, Source source) {
        values.put(parameter, new Sourced<>(value, source));
        return this;
    }

    public Recipes without(Parameter parameter) {
        values.remove(parameter);
        return this;
    }

    public Recipes extra(String key, String value) {
        extras.put(key, new Sourced<>(value, FILE));
        return this;
    }

    public Recipes mentioning(Ingredient ingredient) {
        ingredients.add(ingredient);
        return this;
    }

    public Recipes graph(EmbeddedGraph own) {
        graph = Optional.of(new Sourced<>(own, FILE));
        return this;
    }

    public Recipe build() {
        return new Recipe(values, ingredients, graph, extras, List.of());
    }
}
