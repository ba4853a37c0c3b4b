package dev.assay.core.making;

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
     * @param zeroes whether the negative one stands for zeros
     */
    record Pair(PromptPlan positive, PromptPlan negative, boolean zeroes) {

        /** Whether the nodes of the other serve here as well: no switch depends on the pass, and the texts are the same. */
        boolean servedBy(Pair other) {
            return zeroes == other.zeroes && same(positive, other.positive) && same(negative, other.negative);
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
        return new Pair(
                plan(settled.prompt(), context(PromptContext.positive(pass.steps()), pass)),
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
        return new Pair(
                plan(hires.prompt().orElse(settled.prompt()), positive), plan(against, negative), isZeroed(against));
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
        if (settled.comfySyntax()) {
            embedded.mentionedIn(networks.text());
            return PromptPlan.verbatim(networks.text(), context.steps());
        }
        var plan = PromptPlan.ofA1111(networks.text().strip(), context);
        canvas.find(plan.findings());
        embedded.mentioned(plan.embeddings());
        return plan;
    }
}
