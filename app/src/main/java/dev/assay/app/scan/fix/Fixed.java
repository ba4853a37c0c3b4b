package dev.assay.app.scan.fix;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.assay.app.pipeline.Problem;
import dev.assay.core.finding.Finding;

/**
 * What came of a plan.
 *
 * @param done whether it was carried out, as far as it could be
 * @param written the workflows that were written
 * @param findings what there is to say of where models came from
 * @param problems what went wrong, or why it was not carried out
 */
public record Fixed(
        Plan plan, boolean done, List<Rewire.Result.Written> written, List<Finding> findings, List<Problem> problems) {

    public Fixed {
        written = List.copyOf(written);
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /** It was only made. */
    public static Fixed planned(Plan plan) {
        return new Fixed(plan, false, List.of(), List.of(), List.of());
    }

    /** Nobody agreed to it. */
    public static Fixed refused(Plan plan, Problem why) {
        return new Fixed(plan, false, List.of(), List.of(), List.of(why));
    }

    /** Whether somebody would have had to agree, and did not. */
    public boolean isRefused() {
        return !done && !problems.isEmpty();
    }

    /** Of a workflow that was changed in a copy, the copy is the one that counts from now on. */
    public Map<String, String> names() {
        return written.stream()
                .collect(Collectors.toMap(
                        Rewire.Result.Written::name, one -> one.file().toString()));
    }
}
