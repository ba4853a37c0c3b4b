package dev.assay.core.family;

import java.util.Map;

/** Flux.1 dev made to begin with a picture, under the label of the one that begins with words. */
final class Flux1Tools {

    private static final Sanity STRONGLY_GUIDED = Sanity.ofCfg(
            Range.of("1", "1"),
            Range.of("1", "50"),
            "it was distilled to need no CFG, and is told a guidance of 10 to 30 instead");

    /** Paints a part of a picture anew. */
    static final Family FILL = family(
            "flux1-fill",
            "Flux.1 Fill",
            "ComfyUI's Flux Fill example",
            form(Opening.PAINTED).patched("DifferentialDiffusion", Map.of()));

    /** Follows lines or depths. */
    static final Family CONTROL = family(
            "flux1-control",
            "Flux.1 Canny or Depth",
            "ComfyUI's Flux Canny and Depth examples",
            form(Opening.FOLLOWED));

    private Flux1Tools() {}

    private static FormBuilder form(Opening opening) {
        return Flux1.form().guided("30").zeroed().opening(opening);
    }

    private static Family family(String id, String displayName, String basis, FormBuilder form) {
        return Flux1.family(
                id, displayName, Map.of(), Defaults.of("euler", "normal", "1", 20, basis), STRONGLY_GUIDED, form);
    }
}
