package dev.assay.core.family;

/** What a model was trained to predict; with the wrong one an image is noise. */
public enum Prediction {
    EPSILON,
    /** Needs {@code ModelSamplingDiscrete(v_prediction, zsnr)} where the file does not say so itself. */
    V_PREDICTION
}
