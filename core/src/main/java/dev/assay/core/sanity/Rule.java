package dev.assay.core.sanity;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.finding.Severity;

/**
 * One rule: what it looks for, how grave it is, and where it comes from. Its messages say "typical": ranges are
 * heuristics, and no value is ever changed by a rule.
 *
 * @param id code of its findings
 * @param severity how grave
 * @param effect what it means for the result
 * @param source what the rule rests on
 * @param check gives a message for each thing that is the matter
 */
record Rule(String id, Severity severity, Effect effect, String source, Function<Case, Stream<String>> check) {

    List<Finding> apply(Case subject) {
        return check.apply(subject)
                .map(message -> new Finding(id, severity, effect, message + " (" + source + ")", ""))
                .toList();
    }
}
