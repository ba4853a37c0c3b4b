package dev.assay.core.family;

/**
 * What is usual, as heuristics: a value outside is worth a word, and never changed.
 *
 * @param usualCfg outside of it: a note
 * @param saneCfg outside of it: a warning
 * @param usualSteps outside of it: a note
 * @param saneSteps outside of it: a warning
 * @param basis where the numbers come from, for the message
 */
public record Sanity(Range usualCfg, Range saneCfg, Range usualSteps, Range saneSteps, String basis) {

    private static final Range USUAL_STEPS = Range.of("12", "60");
    private static final Range SANE_STEPS = Range.of("12", "150");

    /** For a model that was not distilled. */
    static Sanity ofCfg(Range usual, Range sane, String basis) {
        return new Sanity(usual, sane, USUAL_STEPS, SANE_STEPS, basis);
    }
}
