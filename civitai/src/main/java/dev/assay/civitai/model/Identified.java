package dev.assay.civitai.model;

import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;

/**
 * A resolution, and what there is to say about how it came to be.
 *
 * @param choices the files of one version among which only a choice decides; empty where what is known does
 */
record Identified(Resolution resolution, List<Finding> findings, List<ModelFile> choices) {

    Identified {
        findings = List.copyOf(findings);
        choices = List.copyOf(choices);
    }

    Identified(Resolution resolution, List<Finding> findings) {
        this(resolution, findings, List.of());
    }

    static Identified as(Resolution resolution) {
        return new Identified(resolution, List.of());
    }

    /** The same with other things to say. */
    Identified saying(List<Finding> other) {
        return new Identified(resolution, other, choices);
    }
}
