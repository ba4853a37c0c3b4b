package dev.assay.core.metadata.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.source.Source;

/** A reading in the making. */
public final class Draft {

    private static final int MAX_FINDINGS = 200;

    private final Source source;
    private final Map<Parameter, String> values = new EnumMap<>(Parameter.class);
    private final Ingredients ingredients = new Ingredients(this::find);
    private final Extras extras = new Extras();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<EmbeddedGraph> graph = Optional.empty();

    public Draft(Source source) {
        this.source = source;
    }

    public Source source() {
        return source;
    }

    public Optional<String> value(Parameter parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /** Takes a value as the text states it. What is no such value is kept under its key and said. */
    public void state(Parameter parameter, String key, Json stated) {
        if (stated.isNull()
                || (stated.scalar().filter(String::isBlank).isPresent() && parameter.kind() != Parameter.Kind.TEXT)) {
            return;
        }
        switch (Values.read(parameter, stated)) {
            case Values.Good(var text) -> put(parameter, key, text);
            case Values.Silent _ -> {
                // Nothing said.
            }
            case Values.Bad(var text) -> {
                extra(key, stated);
                find(Finding.warning(
                        "VALUE_UNREADABLE",
                        Effect.DOUBT,
                        "\"" + Values.excerpt(text) + "\" is no value for " + parameter.label() + "; it is not used."));
            }
        }
    }

    public void state(Parameter parameter, Optional<String> stated) {
        stated.ifPresent(text -> state(parameter, parameter.label(), Json.of(text)));
    }

    /** Takes the value only where nothing was said yet. */
    public void suggest(Parameter parameter, Json stated) {
        if (!values.containsKey(parameter)) {
            state(parameter, parameter.label(), stated);
        }
    }

    private void put(Parameter parameter, String key, String text) {
        var earlier = values.putIfAbsent(parameter, text);
        if (earlier != null && !Values.same(parameter, earlier, text)) {
            extra(key, Json.of(text));
            conflict(parameter, earlier, text);
        }
    }

    private void conflict(Parameter parameter, String kept, String other) {
        find(Finding.info(
                "VALUE_CONFLICT",
                Effect.DOUBT,
                parameter.label() + " is stated twice: " + Values.excerpt(kept) + ", which is kept, and "
                        + Values.excerpt(other) + "."));
    }

    /** Keeps what has no place of its own. */
    public void extra(String key, Json value) {
        extras.add(key, value);
    }

    public void extra(String key, String value) {
        extra(key, Json.of(value));
    }

    public void mention(Ingredient ingredient) {
        ingredients.mention(ingredient);
    }

    public List<Ingredient> ingredients() {
        return ingredients.list();
    }

    public void graph(EmbeddedGraph found) {
        graph = Optional.of(found);
    }

    public void find(Finding finding) {
        if (findings.size() < MAX_FINDINGS && !findings.contains(finding)) {
            findings.add(finding);
        }
    }

    /** Fills in from another reading of the same image what this one leaves out, and says where numbers disagree. */
    public void complete(Reading other) {
        other.values().forEach((parameter, text) -> {
            var mine = values.putIfAbsent(parameter, text);
            if (mine != null && Values.isNumber(parameter) && !Values.same(parameter, mine, text)) {
                reconcile(parameter, mine, text);
            }
        });
        other.ingredients().forEach(this::mention);
        other.extras().forEach((key, value) -> extra(key, Json.of(value)));
        other.findings().forEach(this::find);
        graph = graph.or(other::graph);
    }

    /** A seed that went through JavaScript has lost its last digits (quirk 30); the other one still has them. */
    private void reconcile(Parameter parameter, String mine, String other) {
        if (parameter == Parameter.SEED && Values.isRoundingOf(mine, other)) {
            values.put(parameter, other);
        } else if (parameter != Parameter.SEED || !Values.isRoundingOf(other, mine)) {
            conflict(parameter, mine, other);
        }
    }

    public Reading build() {
        return new Reading(source, values, ingredients.list(), extras.all(), graph, findings);
    }
}
