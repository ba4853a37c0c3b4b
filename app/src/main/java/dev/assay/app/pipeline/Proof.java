package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;

import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.finding.Finding;
import dev.assay.core.recipe.Recipe;

/**
 * The answer to the first question: whose recipe is it, and what does it say?
 *
 * @param recipe where the image is proven; possibly empty of content
 * @param problems what keeps the job from going on
 */
record Proof(
        Optional<Subject> subject,
        Optional<Verdict> verdict,
        Optional<Recipe> recipe,
        List<Finding> findings,
        List<Problem> problems) {

    Proof {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    static Proof refused(Problem problem) {
        return new Proof(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(problem));
    }
}
