package dev.assay.core.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What must be known besides a prompt's text to say what it means.
 *
 * @param side {@code AND} composes only in a positive prompt
 * @param steps of the sampling that the prompt is for; held to 1 to 10000
 * @param callsPerStep how often the sampler asks the model in a step: A1111 counts calls when it switches prompts
 * @param emphasis A1111's setting of that name
 * @param embeddings names of the embeddings that the prompt may mention, without extension
 */
public record PromptContext(Side side, int steps, int callsPerStep, Emphasis emphasis, List<String> embeddings) {

    /** Which of the two prompts it is. */
    public enum Side {
        POSITIVE,
        NEGATIVE
    }

    /** A1111's ways with weights. */
    public enum Emphasis {
        /** Weights are applied, then the mean is restored. */
        ORIGINAL,
        /** Weights are applied. */
        NO_NORM,
        /** Brackets are understood, and have no effect. */
        IGNORE,
        /** Brackets are text like any other. */
        NONE;

        /** The infotext's {@code Emphasis}; absent and unknown mean the default. */
        public static Emphasis of(Optional<String> written) {
            return switch (written.orElse("").strip().toLowerCase(Locale.ROOT)) {
                case "no norm" -> NO_NORM;
                case "ignore" -> IGNORE;
                case "none" -> NONE;
                default -> ORIGINAL;
            };
        }
    }

    public PromptContext {
        steps = Math.clamp(steps, 1, 10_000);
        callsPerStep = Math.clamp(callsPerStep, 1, 2);
        embeddings = List.copyOf(embeddings);
    }

    public static PromptContext positive(int steps) {
        return new PromptContext(Side.POSITIVE, steps, 1, Emphasis.ORIGINAL, List.of());
    }

    public static PromptContext negative(int steps) {
        return new PromptContext(Side.NEGATIVE, steps, 1, Emphasis.ORIGINAL, List.of());
    }

    public PromptContext withEmbeddings(List<String> names) {
        return new PromptContext(side, steps, callsPerStep, emphasis, names);
    }

    public PromptContext withEmphasis(Emphasis other) {
        return new PromptContext(side, steps, callsPerStep, other, embeddings);
    }

    public PromptContext withCallsPerStep(int calls) {
        return new PromptContext(side, steps, calls, emphasis, embeddings);
    }
}
