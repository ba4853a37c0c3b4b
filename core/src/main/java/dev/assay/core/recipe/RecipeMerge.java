package dev.assay.core.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.source.Source;
import dev.assay.core.source.Sourced;

/**
 * Merges what several sources say by the stated precedence: the user's, the site's item, its tRPC rows, the file's own
 * bytes. Where they differ the first wins, and the difference is a finding.
 */
public final class RecipeMerge {

    private static final int SHOWN = 80;

    private final Map<Parameter, Sourced<String>> values = new EnumMap<>(Parameter.class);
    private final Map<String, Sourced<String>> extras = new LinkedHashMap<>();
    private final List<Ingredient> ingredients = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Sourced<EmbeddedGraph>> graph = Optional.empty();

    private RecipeMerge() {}

    /** Merges readings of one and the same image. */
    public static Recipe merge(List<Reading> readings) {
        var merge = new RecipeMerge();
        readings.stream()
                .sorted(Comparator.comparing(reading -> reading.source().origin()))
                .forEach(merge::add);
        return new Recipe(merge.values, merge.ingredients, merge.graph, merge.extras, merge.findings);
    }

    private void add(Reading reading) {
        reading.values().forEach((parameter, value) -> add(parameter, value, reading.source()));
        reading.extras().forEach((key, value) -> extras.putIfAbsent(key, new Sourced<>(value, reading.source())));
        ingredients.addAll(reading.ingredients());
        findings.addAll(reading.findings());
        if (graph.isEmpty()) {
            graph = reading.graph().map(own -> new Sourced<>(own, reading.source()));
        }
    }

    private void add(Parameter parameter, String value, Source source) {
        var stronger = values.putIfAbsent(parameter, new Sourced<>(value, source));
        if (stronger != null && !Agreement.agree(parameter, stronger.value(), value)) {
            findings.add(disagreement(parameter, stronger, value, source));
        }
    }

    private static Finding disagreement(Parameter parameter, Sourced<String> stronger, String value, Source source) {
        return Finding.warning(
                        "SOURCES_DISAGREE",
                        Effect.DOUBT,
                        parameter.label() + " is \"" + brief(stronger.value()) + "\" by "
                                + stronger.source().origin().words() + ", and \"" + brief(value) + "\" by "
                                + source.origin().words() + ". The first is used.")
                .advise("Give your own metadata with --metadata if you know better.");
    }

    private static String brief(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
