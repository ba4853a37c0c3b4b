package dev.assay.core.prompt;

/**
 * Counts as A1111 does when it switches prompts: calls of the model, from 0, where a sampler may call twice in a step.
 *
 * @param steps of this pass
 * @param callsPerStep 1 or 2
 * @param stepsBefore of the first pass, where this is the second (hires); else 0
 */
record StepClock(int steps, int callsPerStep, int stepsBefore) {

    int calls() {
        return steps * callsPerStep;
    }

    /**
     * The last call that still gets what stands before a switch; below 1 where none does. A number with a point is a
     * share of all calls, and goes on from 1 in the second pass, as whole numbers go on from the first pass's last.
     */
    int lastCall(String when) {
        double number = Double.parseDouble(when);
        boolean second = stepsBefore > 0;
        double call = when.contains(".")
                ? (number - (second ? 1 : 0)) * calls()
                : number - (double) stepsBefore * callsPerStep;
        return (int) Math.clamp(call, -1, calls());
    }

    /** The step that begins after a call. */
    int stepAfter(int call) {
        return call == calls() ? steps : Math.min(steps, Math.ceilDiv(call + 1, callsPerStep));
    }
}
