package dev.assay.core.making;

import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Graph;

/**
 * A graph, and what had to be given up or assumed to draw it.
 */
public record Drawn(Graph graph, List<Finding> findings) {
    public Drawn {
        findings = List.copyOf(findings);
    }
}
