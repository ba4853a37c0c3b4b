package dev.assay.core.making;

import java.math.BigDecimal;

import dev.assay.core.family.Course;
import dev.assay.core.family.Form;
import dev.assay.core.family.Negative;
import dev.assay.core.workflow.Input;

/** Draws what a model is told: both prompts, and beside them its guidance or the frame rate, where it takes them. */
final class Telling {

    private final Canvas canvas;
    private final Form form;
    private final Settled settled;

    Telling(Canvas canvas, Form form, Settled settled) {
        this.canvas = canvas;
        this.form = form;
        this.settled = settled;
    }

    /** Both prompts, as a sampler takes them. */
    record Told(Input.Link positive, Input.Link negative) {}

    /**
     * Draws them.
     *
     * @param cfg at which they will be used; at 1 the negative one has no effect
     * @param whose the end of the nodes' titles
     */
    Told draw(Conditioning conditioning, Prompts.Pair plans, BigDecimal cfg, String whose) {
        var positive = plans.zones().isEmpty()
                ? conditioning.draw(plans.positive(), "Prompt" + whose)
                : conditioning.draw(plans.zones(), "Prompt of a region" + whose);
        var idle = cfg.compareTo(BigDecimal.ONE) == 0;
        if (idle && form.course() == Course.GUIDED) {
            return new Told(guided(positive), positive);
        }
        var negative = idle && form.negative() == Negative.ZEROED
                ? zeroed(positive)
                : negative(conditioning, plans, "Negative prompt" + whose);
        return paced(new Told(guided(positive), negative));
    }

    private Input.Link negative(Conditioning conditioning, Prompts.Pair plans, String title) {
        var drawn = conditioning.draw(plans.negative(), title);
        return plans.zeroes() ? zeroed(drawn) : drawn;
    }

    private Input.Link zeroed(Input.Link conditioning) {
        return canvas.add("ConditioningZeroOut")
                .set("conditioning", conditioning)
                .out(0);
    }

    private Input.Link guided(Input.Link positive) {
        return settled.guidance()
                .map(guidance -> canvas.add("FluxGuidance")
                        .set("conditioning", positive)
                        .set("guidance", guidance)
                        .out(0))
                .orElse(positive);
    }

    private Told paced(Told told) {
        if (!form.tellsFrameRate()) {
            return told;
        }
        var node = canvas.add("LTXVConditioning")
                .set("positive", told.positive())
                .set("negative", told.negative())
                .set("frame_rate", settled.film().orElseThrow().rate());
        return new Told(node.out(0), node.out(1));
    }
}
