package dev.assay.core.finding;

/**
 * What a finding means for the result; later weighs more. Anything but {@link #NONE} is an error under
 * {@code --strict} (law 2: what is missing, assumed or approximated is said).
 */
public enum Effect {
    /** The result is what the metadata say. */
    NONE,
    /** Sources disagree, or a value is doubtful; the stated precedence decided. */
    DOUBT,
    /** Something was assumed, substituted, rounded or remapped: the result is {@code approximate}. */
    APPROXIMATES,
    /** Something of the original cannot be carried over: the result is {@code partial}. */
    LEAVES_OUT,
    /** The image cannot be made locally: {@code not-reproducible}. */
    PREVENTS
}
