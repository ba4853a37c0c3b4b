package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.finding.Fidelity;
import dev.assay.core.finding.Finding;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.recipe.Recipe;

/**
 * All that a run found out, as far as it came.
 *
 * @param given the reference, as given
 * @param notes how it was understood, such as a bare number taken for an image's
 * @param family name of the base model's family, where it is one that can be built
 * @param parts the ingredients
 * @param freeBytes free space where downloads go; -1 where unknown
 * @param workflow where the workflow was written
 * @param made the workflow that was written, with its other form where there is one
 * @param blueprint the graph, before it is written; empty where nothing was proven to draw
 */
public record Report(
        String given,
        List<String> notes,
        Optional<Subject> subject,
        Optional<Verdict> verdict,
        Optional<Recipe> recipe,
        Optional<String> family,
        List<Part> parts,
        List<Finding> findings,
        Optional<Fidelity> fidelity,
        List<Problem> problems,
        long freeBytes,
        Optional<Path> workflow,
        Optional<EmbeddedGraph> made,
        Optional<Blueprint> blueprint,
        ExitCode code) {

    public Report {
        notes = List.copyOf(notes);
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /** What is missing and would be fetched, in bytes. */
    public long missingBytes() {
        return parts.stream()
                .mapToLong(part -> part.state() instanceof PartState.Missing missing ? missing.bytes() : 0)
                .sum();
    }
}
