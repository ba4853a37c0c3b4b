package dev.assay.civitai.image;

import java.util.List;

import dev.assay.core.evidence.Evidence;
import dev.assay.core.evidence.Observation;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.evidence.Witness;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Document;

/** What the tests want to know of an inquiry. */
final class Gist {

    private Gist() {}

    static Verdict verdict(Inquiry inquiry) {
        return Evidence.weigh(inquiry.subject(), inquiry.observations());
    }

    static Verdict.ProvenImage proof(Inquiry inquiry) {
        return (Verdict.ProvenImage) verdict(inquiry);
    }

    static List<Witness> witnesses(Inquiry inquiry) {
        return inquiry.observations().stream().map(Observation::witness).toList();
    }

    static List<String> codes(Inquiry inquiry) {
        return inquiry.findings().stream().map(Finding::code).toList();
    }

    static Json meta(Inquiry inquiry) {
        return proof(inquiry).image().value().documents().stream()
                .map(attested -> attested.document())
                .filter(Document.Meta.class::isInstance)
                .map(document -> ((Document.Meta) document).meta())
                .findFirst()
                .orElseThrow();
    }

    static String seed(Inquiry inquiry) {
        return meta(inquiry).at("seed").scalar().orElseThrow();
    }
}
