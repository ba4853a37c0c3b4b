package dev.assay.core.sanity;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.assay.core.finding.Finding;

/**
 * One rule: what it looks for, and where it comes from. Its messages say "typical": ranges are heuristics, and no value
 * is ever changed by a rule.
 *
 * @param id code of its findings
 * @param source what the rule rests on
 * @param check gives a remark for each thing that is the matter
 */
record Rule(String id, String source, Function<Case, Stream<Remark>> check) {

    List<Finding> apply(Case subject) {
        return check.apply(subject)
                .map(remark ->
                        new Finding(id, remark.severity(), remark.effect(), remark.message() + " (" + source + ")", ""))
                .toList();
    }
}
