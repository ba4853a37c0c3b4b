package dev.assay.core.prompt;

import java.util.List;

/** A piece of a prompt that may change while sampling. */
sealed interface ScheduleNode {

    /** Text that stays, its brackets included. */
    record Fixed(String text) implements ScheduleNode {}

    /** {@code [before:after:when]}, with the number as written. */
    record Switched(List<ScheduleNode> before, List<ScheduleNode> after, String when) implements ScheduleNode {}

    /** {@code [a|b]}: another one at each step. */
    record Alternating(List<List<ScheduleNode>> choices) implements ScheduleNode {}
}
