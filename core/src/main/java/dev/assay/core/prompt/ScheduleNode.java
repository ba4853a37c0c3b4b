package dev.assay.core.prompt;

import java.util.List;

/** A piece of a prompt that may change while sampling. */
sealed interface ScheduleNode {

    /** Text that stays, its brackets included. */
    record Fixed(String text) implements ScheduleNode {}

    /** {@code [before:after:when]}. */
    record Switched(List<ScheduleNode> before, List<ScheduleNode> after, String when) implements ScheduleNode {

        /** The last call that still gets what is before: a number with a point is a share of all calls. */
        int lastCall(int calls) {
            double number = Double.parseDouble(when);
            double call = when.contains(".") ? number * calls : number;
            return (int) Math.clamp(call, -1, calls);
        }
    }

    /** {@code [a|b]}: another one at each step. */
    record Alternating(List<List<ScheduleNode>> choices) implements ScheduleNode {}
}
