package dev.assay.core.sanity;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.family.Distillation;
import dev.assay.core.family.Families;
import dev.assay.core.family.Prediction;
import dev.assay.core.finding.Finding;
import dev.assay.core.making.Placed;
import dev.assay.core.recipe.Recipe;

/**
 * All rules. A new rule is one new entry in the table of its subject. What settling, sampler names, prompts and Clip skip
 * bring up is found where they are read.
 */
public final class SanityRules {

    private static final List<Rule> OF_WHAT_IS_DRAWN = Stream.of(
                    RangeRules.ALL, SettingRules.ALL, NoiseRules.ALL, ModelRules.ALL, ExtensionRules.ALL)
            .flatMap(List::stream)
            .toList();

    static final List<Rule> ALL =
            Stream.concat(OF_WHAT_IS_DRAWN.stream(), PictureRules.ALL.stream()).toList();

    private SanityRules() {}

    /** Everything worth a word. */
    public static List<Finding> check(Case subject) {
        return of(subject, ALL);
    }

    /** The same, where a graph is drawn that says itself which pictures it lacks. */
    public static List<Finding> checkDrawn(Case subject) {
        return of(subject, OF_WHAT_IS_DRAWN);
    }

    /** The ControlNets with which a graph would not run, since they were made for another architecture. */
    public static List<Placed> unfitControlNets(Case subject) {
        return FitRules.unfitControlNets(subject);
    }

    private static List<Finding> of(Case subject, List<Rule> rules) {
        return rules.stream().flatMap(rule -> rule.apply(subject).stream()).toList();
    }

    /**
     * What was done beyond the settings, and where noise came from, as far as the recipe alone tells; no model needs to be
     * known for it.
     */
    public static List<Finding> beyondSettings(Recipe recipe) {
        // These rules look at the recipe only; a case has a family all the same.
        var subject = new Case(recipe, Families.all().getFirst(), Distillation.NONE, Prediction.EPSILON, List.of());
        return Stream.of(NoiseRules.ALL, ExtensionRules.ALL, PictureRules.ALL)
                .flatMap(rules -> of(subject, rules).stream())
                .toList();
    }
}
