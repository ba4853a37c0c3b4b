package dev.assay.core.sanity;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.finding.Finding;

/**
 * All rules. A new rule is one new entry in the table of its subject. What settling, sampler names, prompts and Clip skip
 * bring up is found where they are read.
 */
public final class SanityRules {

    static final List<Rule> ALL = Stream.of(
                    RangeRules.ALL, SettingRules.ALL, NoiseRules.ALL, ModelRules.ALL, ExtensionRules.ALL)
            .flatMap(List::stream)
            .toList();

    private SanityRules() {}

    /** Everything worth a word. */
    public static List<Finding> check(Case subject) {
        return ALL.stream().flatMap(rule -> rule.apply(subject).stream()).toList();
    }
}
