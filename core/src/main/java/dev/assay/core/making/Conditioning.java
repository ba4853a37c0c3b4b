package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.assay.core.prompt.PromptPlan;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;

/** Draws a prompt: chunks joined, intervals limited to their steps, parts weighed and combined. */
final class Conditioning {

    private final Canvas canvas;
    private final Input.Link clip;
    private final Settled.Pass pass;
    private final Map<String, String> embeddingNames;
    private final Function<String, NodeBuilder> encoder;

    /**
     * @param clip the text encoder, LoRAs and all
     * @param pass whose steps the prompt is switched by
     * @param embeddingNames from a name that the prompt mentions to the one under which the file is listed
     * @param encoder the node for a text, but for its text encoder
     */
    Conditioning(
            Canvas canvas,
            Input.Link clip,
            Settled.Pass pass,
            Map<String, String> embeddingNames,
            Function<String, NodeBuilder> encoder) {
        this.canvas = canvas;
        this.clip = clip;
        this.pass = pass;
        this.embeddingNames = embeddingNames;
        this.encoder = encoder;
    }

    Input.Link draw(PromptPlan plan, String title) {
        var parts = plan.parts();
        if (parts.size() == 1) {
            return intervals(parts.getFirst().intervals(), title);
        }
        return parts.stream()
                .map(part -> canvas.add("ConditioningSetAreaStrength")
                        .set("conditioning", intervals(part.intervals(), title))
                        .set("strength", part.strength())
                        .out(0))
                .reduce(this::combine)
                .orElseThrow();
    }

    /** Prompts of regions, each limited to its own by a mask. */
    Input.Link draw(List<Zone> zones, String title) {
        return zones.stream()
                .map(zone -> canvas.add("ConditioningSetMask")
                        .set("conditioning", draw(zone.plan(), title))
                        .set("mask", mask(zone, zones))
                        .set("strength", zone.strength())
                        .set("set_cond_area", "default")
                        .out(0))
                .reduce(this::combine)
                .orElseThrow();
    }

    private Input.Link mask(Zone zone, List<Zone> all) {
        var right = all.stream()
                .mapToInt(one -> one.left() + one.size().width())
                .max()
                .orElseThrow();
        var bottom = all.stream()
                .mapToInt(one -> one.top() + one.size().height())
                .max()
                .orElseThrow();
        return canvas.add("MaskComposite")
                .set("destination", solid(BigDecimal.ZERO, new Size(right, bottom)))
                .set("source", solid(BigDecimal.ONE, zone.size()))
                .set("x", zone.left())
                .set("y", zone.top())
                .set("operation", "add")
                .out(0);
    }

    private Input.Link solid(BigDecimal value, Size size) {
        return canvas.add("SolidMask")
                .set("value", value)
                .set("width", size.width())
                .set("height", size.height())
                .out(0);
    }

    private Input.Link intervals(List<PromptPlan.Interval> intervals, String title) {
        if (intervals.size() == 1) {
            return chunks(intervals.getFirst().chunks(), title);
        }
        return intervals.stream()
                .map(interval -> canvas.add("ConditioningSetTimestepRange")
                        .set("conditioning", chunks(interval.chunks(), title))
                        .set("start", StepRange.fraction(interval.fromStep(), pass))
                        .set("end", StepRange.fraction(interval.toStep(), pass))
                        .out(0))
                .reduce(this::combine)
                .orElseThrow();
    }

    private Input.Link chunks(List<String> chunks, String title) {
        return chunks.stream()
                .map(text -> encoder.apply(named(text))
                        .title(title)
                        .set("clip", clip)
                        .out(0))
                .reduce((all, next) -> canvas.add("ConditioningConcat")
                        .set("conditioning_to", all)
                        .set("conditioning_from", next)
                        .out(0))
                .orElseThrow();
    }

    private Input.Link combine(Input.Link one, Input.Link other) {
        return canvas.add("ConditioningCombine")
                .set("conditioning_1", one)
                .set("conditioning_2", other)
                .out(0);
    }

    /** The file may be listed under another name than the prompt knows it by. */
    private String named(String text) {
        var out = text;
        for (var entry : embeddingNames.entrySet()) {
            out = out.replaceAll(
                    "embedding:" + Pattern.quote(entry.getKey()) + "(?:\\.(?:safetensors|pt|bin))?(?=[\\s,):]|$)",
                    Matcher.quoteReplacement("embedding:" + entry.getValue()));
        }
        return out;
    }
}
