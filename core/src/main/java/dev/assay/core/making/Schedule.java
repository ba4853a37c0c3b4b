package dev.assay.core.making;

import dev.assay.core.sampler.Scheduling;

/** How ComfyUI's schedules lie on the timestep axis: how much of it is behind after so many of the steps. */
enum Schedule {
    /** Evenly, and the last step is one step away from the end. */
    EVEN {
        @Override
        double progress(double step, int steps, NoiseLevels levels) {
            return step / steps;
        }
    },
    /** Evenly, and the last step is at the end. */
    EVEN_TO_THE_END {
        @Override
        double progress(double step, int steps, NoiseLevels levels) {
            return share(step, steps);
        }
    },
    KARRAS {
        @Override
        double progress(double step, int steps, NoiseLevels levels) {
            var max = Math.exp(levels.highest() / RHO);
            var min = Math.exp(levels.lowest() / RHO);
            return at(RHO * Math.log(max + share(step, steps) * (min - max)), levels);
        }
    },
    EXPONENTIAL {
        @Override
        double progress(double step, int steps, NoiseLevels levels) {
            return at(levels.highest() + share(step, steps) * (levels.lowest() - levels.highest()), levels);
        }
    },
    KL_OPTIMAL {
        @Override
        double progress(double step, int steps, NoiseLevels levels) {
            var share = share(step, steps);
            var angle =
                    share * Math.atan(Math.exp(levels.lowest())) + (1 - share) * Math.atan(Math.exp(levels.highest()));
            return at(Math.log(Math.tan(angle)), levels);
        }
    },
    /** The quantiles of a beta distribution, 0.6 and 0.6. */
    BETA {
        @Override
        double progress(double step, int steps, NoiseLevels levels) {
            return BetaQuantiles.USUAL.at(step / steps);
        }
    };

    private static final double RHO = 7;

    /** How much of the timestep axis lies behind that step, counted from 0, in about 0 to 1. */
    abstract double progress(double step, int steps, NoiseLevels levels);

    private static double share(double step, int steps) {
        return Math.min(1, step / Math.max(1, steps - 1));
    }

    private static double at(double logSigma, NoiseLevels levels) {
        return 1 - levels.timestep(logSigma) / NoiseLevels.LAST;
    }

    static Schedule of(Scheduling scheduling) {
        var name = switch (scheduling) {
            case Scheduling.Named(var scheduler) -> scheduler;
            case Scheduling.SigmasNode(var type, var _) -> type;
        };
        return switch (name) {
            case "normal" -> EVEN_TO_THE_END;
            case "karras", "KarrasScheduler" -> KARRAS;
            case "exponential", "ExponentialScheduler", "PolyexponentialScheduler" -> EXPONENTIAL;
            case "kl_optimal" -> KL_OPTIMAL;
            case "beta", "BetaSamplingScheduler" -> BETA;
            default -> EVEN;
        };
    }
}
