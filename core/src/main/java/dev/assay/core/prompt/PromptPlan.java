package dev.assay.core.prompt;

import java.math.BigDecimal;
import java.util.List;

import dev.assay.core.finding.Finding;

/**
 * A prompt, ready to become ComfyUI nodes. Each chunk is the text of one {@code CLIPTextEncode}; the chunks of an
 * interval are joined by {@code ConditioningConcat}; several intervals are limited each to its range of steps and
 * combined; several parts get their strength by {@code ConditioningSetAreaStrength} and are combined.
 *
 * @param parts at least one
 * @param cfgFactor what the CFG scale must be multiplied with: combining averages by strength, where A1111 adds. 1 for a
 *     negative prompt and for a prompt without {@code AND} and weight
 * @param embeddings names that the texts refer to as {@code embedding:name}
 * @param findings what is approximated, left out or worth knowing
 */
public record PromptPlan(List<Part> parts, BigDecimal cfgFactor, List<String> embeddings, List<Finding> findings) {

    /**
     * One of the prompts that {@code AND} composes.
     *
     * @param strength above 0 and at most 10; has a meaning only where there are several parts
     * @param intervals at least one, in order, without gaps, from the first step to the last
     */
    public record Part(BigDecimal strength, List<Interval> intervals) {
        public Part {
            intervals = List.copyOf(intervals);
        }
    }

    /**
     * The prompt of a range of steps.
     *
     * @param fromStep first step, counted from 0
     * @param toStep the step after the last
     * @param chunks at least one; final texts for ComfyUI's API format
     */
    public record Interval(int fromStep, int toStep, List<String> chunks) {
        public Interval {
            chunks = List.copyOf(chunks);
        }
    }

    public PromptPlan {
        parts = List.copyOf(parts);
        embeddings = List.copyOf(embeddings);
        findings = List.copyOf(findings);
    }

    /** Plans a prompt in A1111's grammar, from which {@link ExtraNetworks} has taken the tags. */
    public static PromptPlan ofA1111(String prompt, PromptContext context) {
        return new PromptPlanner(context).plan(prompt);
    }

    /** A prompt that was written for ComfyUI, or for an encoder without weights: one text, as it stands. */
    public static PromptPlan verbatim(String prompt, int steps) {
        var interval = new Interval(0, Math.max(1, steps), List.of(prompt));
        return new PromptPlan(
                List.of(new Part(BigDecimal.ONE, List.of(interval))), BigDecimal.ONE, List.of(), List.of());
    }
}
