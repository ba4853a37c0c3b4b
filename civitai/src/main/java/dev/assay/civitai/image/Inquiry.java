package dev.assay.civitai.image;

import java.util.List;

import dev.assay.core.evidence.Observation;
import dev.assay.core.evidence.Subject;
import dev.assay.core.finding.Finding;

/**
 * What was heard of one image; not yet weighed.
 *
 * @param observations of whatever image they speak
 * @param visibility whether the site shows the image; to be looked at before the observations are weighed
 * @param findings what was odd on the way
 */
public record Inquiry(
        Subject.SiteImage subject, List<Observation> observations, Visibility visibility, List<Finding> findings) {

    public Inquiry {
        observations = List.copyOf(observations);
        findings = List.copyOf(findings);
    }
}
