package dev.assay.core.making;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/** What is assumed where the metadata are silent, in words. Each one makes the result approximate. */
final class Assumptions {

    private Assumptions() {}

    static Finding assumed(String code, String what) {
        return Finding.warning(code, Effect.APPROXIMATES, what)
                .advise("Give the right value with --metadata if you know it.");
    }

    static Finding rounded(String what, int from, int to, int multiple) {
        return Finding.error(
                "RES_MULT",
                Effect.APPROXIMATES,
                what + " " + from + " is no multiple of " + multiple + ", which this model needs; " + to + " is used.");
    }
}
