package dev.assay.core.prompt;

/**
 * Counts as A1111 does when it switches prompts: calls of the model, from 0, where a sampler may call twice in a step.
 *
 * @param steps of this pass
 * @param callsPerStep 1 or 2
 * @param callsBefore of the first pass, where this is the second (hires); else 0
 * @param timeline how numbers are counted
 */
record StepClock(int steps, int callsPerStep, int callsBefore, Timeline timeline) {

    int calls() {
        return steps * callsPerStep;
    }

    /** The last call that still gets what stands before a switch; below 1 where none does. */
    int lastCall(String when) {
        var number = Double.parseDouble(when);
        var call = switch (timeline) {
            case GOES_ON -> goingOn(number, when.contains("."));
            case STARTS_ANEW -> number < 1 ? number * (isSecond() ? callsBefore : calls()) : number;
        };
        return (int) Math.clamp(call, -1, calls());
    }

    /**
     * A number with a point is a share of all calls, and goes on from 1 in the second pass, as whole numbers go on from the
     * first pass's last.
     */
    private double goingOn(double number, boolean isShare) {
        return isShare ? (number - (isSecond() ? 1 : 0)) * calls() : number - callsBefore;
    }

    private boolean isSecond() {
        return callsBefore > 0;
    }

    /** The step that begins after a call. */
    int stepAfter(int call) {
        return call == calls() ? steps : Math.min(steps, Math.ceilDiv(call + 1, callsPerStep));
    }
}
