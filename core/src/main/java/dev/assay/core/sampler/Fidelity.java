package dev.assay.core.sampler;

/** How like the original a sampler or schedule is; later is less like. */
public enum Fidelity {
    /** The same mathematics. */
    EXACT,
    /** The same mathematics with other random numbers. */
    NOISE_DIFFERS,
    /** Near, and known to differ. */
    APPROXIMATE,
    /** Another one, since ComfyUI's core has no such one. */
    SUBSTITUTED;

    Fidelity orWorse(Fidelity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
