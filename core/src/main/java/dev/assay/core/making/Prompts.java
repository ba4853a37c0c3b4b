package dev.assay.core.making;

import java.util.List;
import java.util.stream.IntStream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.prompt.ExtraNetworks;
import dev.assay.core.prompt.PromptContext;
import dev.assay.core.prompt.PromptPlan;

/** Plans the prompts of a pass. */
final class Prompts {

    private final Canvas canvas;
    private final Settled settled;
    private final Embedded embedded;

    Prompts(Canvas canvas, Settled settled, Embedded embedded) {
        this.canvas = canvas;
        this.settled = settled;
        this.embedded = embedded;
    }

    /**
     * Both prompts of one pass.
     *
     * @param zones regions with prompts of their own, in place of the positive one; mostly none
     * @param zeroes whether the negative one stands for zeros
     */
    record Pair(PromptPlan positive, List<Zone> zones, PromptPlan negative, boolean zeroes) {

        /** Whether the nodes of the other serve here as well: no switch depends on the pass, and the texts are the same. */
        boolean servedBy(Pair other) {
            return zeroes == other.zeroes
                    && zones.isEmpty() == other.zones.isEmpty()
                    && IntStream.range(0, zones.size())
                            .allMatch(i ->
                                    same(zones.get(i).plan(), other.zones.get(i).plan()))
                    && same(positive, other.positive)
                    && same(negative, other.negative);
        }

        private static boolean same(PromptPlan one, PromptPlan other) {
            if (one.parts().size() != other.parts().size()) {
                return false;
            }
            for (int i = 0; i < one.parts().size(); i++) {
                var left = one.parts().get(i);
                var right = other.parts().get(i);
                if (left.strength().compareTo(right.strength()) != 0
                        || left.intervals().size() != 1
                        || right.intervals().size() != 1
                        || !left.intervals()
                                .getFirst()
                                .chunks()
                                .equals(right.intervals().getFirst().chunks())) {
                    return false;
                }
            }
            return true;
        }
    }

    Pair first() {
        var pass = settled.first();
        var positive = context(PromptContext.positive(pass.steps()), pass);
        var zones = zones(settled.prompt(), positive);
        return new Pair(
                whole(settled.prompt(), zones, positive),
                zones,
                plan(settled.negative(), context(PromptContext.negative(pass.steps()), pass)),
                isZeroed(settled.negative()));
    }

    /** The second pass counts on from the first one's calls, also where it has no prompt of its own. */
    Pair second(Settled.Hires hires) {
        var pass = hires.pass();
        var before = settled.first().steps() * settled.first().sampler().callsPerStep();
        var positive = context(PromptContext.positive(pass.steps()), pass).afterFirstPass(before);
        var negative = context(PromptContext.negative(pass.steps()), pass).afterFirstPass(before);
        var against = hires.negative().orElse(settled.negative());
        var prompt = hires.prompt().orElse(settled.prompt());
        var zones = zones(prompt, positive);
        return new Pair(whole(prompt, zones, positive), zones, plan(against, negative), isZeroed(against));
    }

    /** The prompt of the whole picture; regions have their own. */
    private PromptPlan whole(String prompt, List<Zone> zones, PromptContext context) {
        return zones.isEmpty() ? plan(prompt, context) : zones.getFirst().plan();
    }

    /** The mask of a region takes whatever size the pass has. */
    private List<Zone> zones(String prompt, PromptContext context) {
        if (settled.regions().isEmpty()) {
            return List.of();
        }
        var regions = settled.regions().get();
        var zones = Zone.of(regions, prompt, new Size(settled.width(), settled.height()), text -> plan(text, context));
        if (zones.isEmpty()) {
            canvas.find(RegionSettling.left("the prompt has not as many parts as there are regions"));
        } else if (!regions.blended()) {
            canvas.find(Finding.info(
                    "REGIONAL",
                    Effect.APPROXIMATES,
                    "Regional Prompter divided the model's attention by regions; the workflow blends what is predicted for"
                            + " each region, as its mode Latent does."));
        }
        return zones;
    }

    /**
     * The prompt behind what its family is told before each. Tools that put it there themselves do not write it down; a
     * text of ComfyUI's is all that was told.
     */
    private String introduced(String prompt, PromptContext.Side side) {
        var preamble = settled.family().form().preamble();
        var isComplete = settled.comfySyntax() || prompt.contains("<Prompt Start>");
        if (preamble.isEmpty() || side == PromptContext.Side.NEGATIVE || isComplete) {
            return prompt;
        }
        canvas.find(Finding.info(
                "PREAMBLE",
                Effect.APPROXIMATES,
                "The metadata do not say what " + settled.family().displayName()
                        + " was told before the prompt; \"" + preamble.strip()
                        + "\" is assumed, as in ComfyUI's example."));
        return preamble + prompt.strip();
    }

    private boolean isZeroed(String negative) {
        var zeroed = settled.zeroesEmptyNegative() && negative.isEmpty();
        if (zeroed) {
            canvas.find(Finding.info(
                    "NEG_ZEROES",
                    "The negative prompt is empty: A1111 and Forge give SDXL models zeros then and do not encode it, and"
                            + " so does the workflow."));
        }
        return zeroed;
    }

    private PromptContext context(PromptContext start, Settled.Pass pass) {
        return start.withCallsPerStep(pass.sampler().callsPerStep())
                .withEmphasis(settled.emphasis())
                .withTimeline(settled.timeline())
                .withEmbeddings(embedded.mentions());
    }

    private PromptPlan plan(String prompt, PromptContext context) {
        var networks = switch (context.side()) {
            case POSITIVE -> ExtraNetworks.inPrompt(prompt);
            case NEGATIVE -> ExtraNetworks.inNegative(prompt);
        };
        canvas.find(networks.findings());
        var text = introduced(networks.text(), context.side());
        if (settled.comfySyntax()) {
            embedded.mentionedIn(text);
            return PromptPlan.verbatim(text, context.steps());
        }
        var plan = PromptPlan.ofA1111(text.strip(), context);
        canvas.find(plan.findings());
        embedded.mentioned(plan.embeddings());
        return plan;
    }
}
