package dev.assay.app.pipeline;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** What there is to say where the maker's own graph cannot be used, or in one form only. */
final class OwnGraphFindings {

    private OwnGraphFindings() {}

    static Finding unusable(String reason) {
        return Finding.warning(
                "OWN_GRAPH_UNUSABLE",
                Effect.APPROXIMATES,
                "The image carries its maker's own graph, but it cannot be used: " + reason
                        + " A graph is drawn from the settings instead.");
    }

    static Finding canvasOnly(String reason) {
        return Finding.warning("OWN_CANVAS_ONLY", Effect.DOUBT, "The maker's canvas is used as it is: " + reason)
                .advise("Open it in a ComfyUI that has the maker's packs.");
    }
}
