package dev.assay.core.prompt;

import java.util.List;

/**
 * What must be known besides a prompt's text to say what it means.
 *
 * @param side {@code AND} composes only in a positive prompt
 * @param steps of the pass that the prompt is for; held to 1 to 10000
 * @param callsPerStep how often the sampler asks the model in a step, 1 or 2: A1111 counts calls when it switches prompts
 * @param callsBefore calls of the first pass, where the prompt is for the second (hires); 0 for the first
 * @param timeline how the numbers at which it switches are counted
 * @param emphasis A1111's setting of that name
 * @param embeddings names of the embeddings that the prompt may mention, without extension
 */
public record PromptContext(
        Side side,
        int steps,
        int callsPerStep,
        int callsBefore,
        Timeline timeline,
        Emphasis emphasis,
        List<String> embeddings) {

    private static final int MAX_STEPS = 10_000;

    /** Which of the two prompts it is. */
    public enum Side {
        POSITIVE,
        NEGATIVE
    }

    public PromptContext {
        steps = Math.clamp(steps, 1, MAX_STEPS);
        callsPerStep = Math.clamp(callsPerStep, 1, 2);
        callsBefore = Math.clamp(callsBefore, 0, 2 * MAX_STEPS);
        embeddings = List.copyOf(embeddings);
    }

    /** For the positive prompt of a first pass, with all else as A1111 has it by default. */
    public static PromptContext positive(int steps) {
        return new PromptContext(Side.POSITIVE, steps, 1, 0, Timeline.GOES_ON, Emphasis.ORIGINAL, List.of());
    }

    /** For the negative prompt of a first pass, with all else as A1111 has it by default. */
    public static PromptContext negative(int steps) {
        return new PromptContext(Side.NEGATIVE, steps, 1, 0, Timeline.GOES_ON, Emphasis.ORIGINAL, List.of());
    }

    public PromptContext withEmbeddings(List<String> names) {
        return new PromptContext(side, steps, callsPerStep, callsBefore, timeline, emphasis, names);
    }

    public PromptContext withEmphasis(Emphasis other) {
        return new PromptContext(side, steps, callsPerStep, callsBefore, timeline, other, embeddings);
    }

    public PromptContext withCallsPerStep(int calls) {
        return new PromptContext(side, steps, calls, callsBefore, timeline, emphasis, embeddings);
    }

    public PromptContext withTimeline(Timeline other) {
        return new PromptContext(side, steps, callsPerStep, callsBefore, other, emphasis, embeddings);
    }

    /** For the second pass, which follows on a first one of that many calls. */
    public PromptContext afterFirstPass(int firstCalls) {
        return new PromptContext(side, steps, callsPerStep, firstCalls, timeline, emphasis, embeddings);
    }

    StepClock clock() {
        return new StepClock(steps, callsPerStep, callsBefore, timeline);
    }
}
