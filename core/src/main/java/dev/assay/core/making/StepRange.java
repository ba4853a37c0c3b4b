package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * From steps to the fraction of the timestep axis at which ComfyUI switches conditionings. The two run alike for even
 * schedules only; for the others the noise level of the step decides.
 */
final class StepRange {

    /** ComfyUI and A1111 make one step more for these, and leave out the last noise level but one. */
    private static final Set<String> DISCARD_PENULTIMATE = Set.of("dpm_2", "dpm_2_ancestral", "uni_pc", "uni_pc_bh2");

    private StepRange() {}

    /**
     * The fraction, 0 to 1 with three digits, that parts this step of a pass, counted from 0, from the one before. It lies
     * halfway between the two, since ComfyUI applies both sides of a switch where a step meets it exactly.
     */
    static BigDecimal fraction(int step, Settled.Pass pass) {
        if (step <= 0) {
            return BigDecimal.ZERO;
        }
        if (step >= pass.steps()) {
            return BigDecimal.ONE;
        }
        var between = (progress(step - 1, pass) + progress(step, pass)) / 2;
        return BigDecimal.valueOf(between).setScale(3, RoundingMode.HALF_UP);
    }

    /** How much of the timestep axis lies behind that step, 0 to 1. */
    static double progress(int step, Settled.Pass pass) {
        var sampler = pass.sampler();
        var discards = DISCARD_PENULTIMATE.contains(sampler.samplerName()) ? 1 : 0;
        var place = pass.fullSteps() - pass.steps() + step;
        var progress = Schedule.of(sampler.scheduling()).progress(place, pass.fullSteps() + discards, pass.levels());
        return Math.clamp(progress, 0, 1);
    }
}
