package dev.assay.core.finding;

import java.util.List;

/**
 * How near the workflow is to what made the image; later is farther. Even the nearest promises the same settings, never
 * the same pixels: noise, kernels and hardware differ.
 */
public enum Fidelity {
    /** The maker's own graph, unchanged but for the names of its models. */
    EXACT_GRAPH("exact-graph"),
    /** Every setting carried over; only what no setting controls differs, such as where noise is made. */
    SAME_SETTINGS("same-settings"),
    /** Something was assumed, substituted, rounded or remapped. */
    APPROXIMATE("approximate"),
    /** Something of the original is left out. */
    PARTIAL("partial"),
    /** It cannot be made locally. */
    NOT_REPRODUCIBLE("not-reproducible");

    private final String label;

    Fidelity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * What the findings leave of the best that is possible.
     *
     * @param ownGraph whether the maker's own graph is used
     */
    public static Fidelity of(boolean ownGraph, List<Finding> findings) {
        var best = ownGraph ? EXACT_GRAPH : SAME_SETTINGS;
        return findings.stream()
                .map(finding -> limit(finding.effect(), best))
                .max(Fidelity::compareTo)
                .orElse(best);
    }

    private static Fidelity limit(Effect effect, Fidelity best) {
        return switch (effect) {
            case NONE, DOUBT -> best;
            case APPROXIMATES -> APPROXIMATE;
            case LEAVES_OUT -> PARTIAL;
            case PREVENTS -> NOT_REPRODUCIBLE;
        };
    }
}
