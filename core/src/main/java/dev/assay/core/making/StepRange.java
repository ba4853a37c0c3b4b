package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.RoundingMode;

import dev.assay.core.sampler.Scheduling;

/**
 * From steps to the fraction of the timestep axis at which ComfyUI switches conditionings. The two run alike for even
 * schedules only; for Karras and exponential ones the noise level of the step decides.
 */
final class StepRange {

    private static final double RHO = 7;

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
        return BigDecimal.valueOf(progress(step - 0.5, pass)).setScale(3, RoundingMode.HALF_UP);
    }

    /** How much of the timestep axis lies behind that step, 0 to 1. */
    static double progress(double step, Settled.Pass pass) {
        var all = pass.fullSteps();
        var place = all - pass.steps() + step;
        return Math.clamp(
                switch (schedule(pass.sampler().scheduling())) {
                    case EVEN -> place / all;
                    case EVEN_TO_THE_END -> place / Math.max(1, all - 1);
                    case KARRAS -> ofLogSigma(karras(place / Math.max(1, all - 1)));
                    case EXPONENTIAL -> ofLogSigma(exponential(place / Math.max(1, all - 1)));
                },
                0,
                1);
    }

    /** How the timesteps of a schedule lie. */
    private enum Schedule {
        /** The last step is one step away from the end. */
        EVEN,
        /** The last step is at the end. */
        EVEN_TO_THE_END,
        KARRAS,
        EXPONENTIAL
    }

    private static Schedule schedule(Scheduling scheduling) {
        var name = switch (scheduling) {
            case Scheduling.Named(var scheduler) -> scheduler;
            case Scheduling.SigmasNode(var type, var _) -> type;
        };
        return switch (name) {
            case "normal" -> Schedule.EVEN_TO_THE_END;
            case "karras", "KarrasScheduler" -> Schedule.KARRAS;
            case "exponential", "ExponentialScheduler", "PolyexponentialScheduler" -> Schedule.EXPONENTIAL;
            default -> Schedule.EVEN;
        };
    }

    private static double karras(double share) {
        var max = Math.exp(NoiseLevels.highest() / RHO);
        var min = Math.exp(NoiseLevels.lowest() / RHO);
        return RHO * Math.log(max + share * (min - max));
    }

    private static double exponential(double share) {
        return NoiseLevels.highest() + share * (NoiseLevels.lowest() - NoiseLevels.highest());
    }

    private static double ofLogSigma(double logSigma) {
        return 1 - NoiseLevels.timestep(logSigma) / NoiseLevels.LAST;
    }
}
