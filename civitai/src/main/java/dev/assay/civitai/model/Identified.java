package dev.assay.civitai.model;

import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Resolution;

/** A resolution, and what there is to say about how it came to be. */
record Identified(Resolution resolution, List<Finding> findings) {

    Identified {
        findings = List.copyOf(findings);
    }

    static Identified as(Resolution resolution) {
        return new Identified(resolution, List.of());
    }
}
