package dev.assay.core.family;

/** Which nodes sample. */
public enum Course {
    /** {@code KSampler}; {@code SamplerCustom} where the noise levels come from a node. */
    PLAIN,
    /** {@code SamplerCustomAdvanced} with a guider: one that asks the model once a step where there is no CFG. */
    GUIDED,
    /** Two models, one for the noisy half of the steps and one for the rest. */
    TWO_EXPERTS
}
