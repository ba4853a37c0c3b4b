package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.prompt.ScheduleNode.Alternating;
import dev.assay.core.prompt.ScheduleNode.Fixed;
import dev.assay.core.prompt.ScheduleNode.Switched;

/**
 * Which text a prompt is at which step. A1111 counts calls of the model, from 0, and uses a text up to and including the
 * call that its number names: {@code [a:b:8]} is {@code a} for nine calls. A sampler that calls twice in a step
 * therefore switches after half as many steps.
 */
record PromptSchedule(List<Timed> intervals, List<Finding> findings) {

    /** More switches than this are not followed. */
    private static final int MAX_INTERVALS = 64;

    /** A text from one step to before another. */
    record Timed(int fromStep, int toStep, String text) {}

    static PromptSchedule of(String prompt, StepClock clock) {
        var reading = ScheduleReader.read(prompt);
        if (reading.nodes().isPresent()) {
            return new Builder(reading.nodes().get(), clock).build();
        }
        List<Finding> findings = reading.tooDeep()
                ? List.of(
                        PromptFindings.info(
                                "PROMPT_NESTING",
                                Effect.DOUBT,
                                "the prompt's brackets are nested too deeply; switches and alternations in them are not followed"))
                : List.of();
        return new PromptSchedule(List.of(new Timed(0, clock.steps(), prompt)), findings);
    }

    private static final class Builder {
        private final List<ScheduleNode> nodes;
        private final StepClock clock;
        private final TreeSet<Integer> lastCalls = new TreeSet<>();
        private boolean alternates;

        Builder(List<ScheduleNode> nodes, StepClock clock) {
            this.nodes = nodes;
            this.clock = clock;
        }

        PromptSchedule build() {
            nodes.forEach(this::collect);
            List<Finding> findings = new ArrayList<>();
            if (alternates) {
                findings.add(PromptFindings.warning(
                        "PROMPT_ALT",
                        Effect.APPROXIMATES,
                        "[a|b] changes with each step, which core nodes cannot; all of it is prompted at once"));
            }
            if (lastCalls.size() >= MAX_INTERVALS) {
                lastCalls.clear();
                findings.add(PromptFindings.leftOut(
                        "PROMPT_SCHED",
                        "the prompt switches more than " + MAX_INTERVALS + " times; only its end is used"));
            }
            var intervals = intervals();
            if (intervals.size() > 1) {
                findings.add(PromptFindings.info(
                        "PROMPT_SCHED",
                        Effect.APPROXIMATES,
                        "the prompt switches while sampling; ComfyUI switches by noise level, not by step"));
            }
            return new PromptSchedule(intervals, List.copyOf(findings));
        }

        private void collect(ScheduleNode node) {
            switch (node) {
                case Fixed _ -> {}
                case Switched switched -> {
                    int call = clock.lastCall(switched.when());
                    if (call >= 1) {
                        lastCalls.add(call);
                    }
                    switched.before().forEach(this::collect);
                    switched.after().forEach(this::collect);
                }
                case Alternating(var choices) -> {
                    alternates = true;
                    choices.forEach(choice -> choice.forEach(this::collect));
                }
            }
        }

        private List<Timed> intervals() {
            lastCalls.add(clock.calls());
            List<Timed> intervals = new ArrayList<>();
            int from = 0;
            for (int lastCall : lastCalls) {
                int to = clock.stepAfter(lastCall);
                if (to > from) {
                    append(intervals, new Timed(from, to, text(nodes, lastCall)));
                    from = to;
                }
            }
            return List.copyOf(intervals);
        }

        private static void append(List<Timed> intervals, Timed next) {
            if (!intervals.isEmpty() && intervals.getLast().text().equals(next.text())) {
                var last = intervals.removeLast();
                intervals.add(new Timed(last.fromStep(), next.toStep(), next.text()));
            } else {
                intervals.add(next);
            }
        }

        private String text(List<ScheduleNode> nodes, int call) {
            var text = new StringBuilder();
            for (var node : nodes) {
                switch (node) {
                    case Fixed(var fixed) -> text.append(fixed);
                    case Switched switched ->
                        text.append(
                                call <= clock.lastCall(switched.when())
                                        ? text(switched.before(), call)
                                        : text(switched.after(), call));
                    case Alternating(var choices) -> text.append(merged(choices, call));
                }
            }
            return text.toString();
        }

        private String merged(List<List<ScheduleNode>> choices, int call) {
            Set<String> texts = new LinkedHashSet<>();
            for (var choice : choices) {
                texts.add(text(choice, call));
            }
            texts.removeIf(String::isBlank);
            return String.join(", ", texts);
        }
    }
}
