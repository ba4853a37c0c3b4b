package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.sampler.Scheduling;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;

/** Draws the node that gives a sampling its noise levels. */
final class SigmaSource {

    /** It takes its steps off a grid of ten by its own {@code denoise}, and gives no longer schedule to cut. */
    private static final String TURBO = "SDTurboScheduler";

    private static final Scheduling INSTEAD = new Scheduling.Named("sgm_uniform");

    private final Canvas canvas;
    private final Settled.Pass pass;

    SigmaSource(Canvas canvas, Settled.Pass pass) {
        this.canvas = canvas;
        this.pass = pass;
    }

    /** The pass's own scheduling, or what is taken openly where its node cannot give so many steps. */
    static Scheduling fitting(Canvas canvas, Settled.Pass pass) {
        var scheduling = pass.sampler().scheduling();
        if (!(scheduling instanceof Scheduling.SigmasNode node) || new SigmaSource(canvas, pass).fits(node)) {
            return scheduling;
        }
        canvas.find(Finding.warning(
                "SCHED_RANGE",
                Effect.APPROXIMATES,
                node.nodeClass() + " does not take " + pass.steps() + " steps; sgm_uniform is used."));
        return INSTEAD;
    }

    /** At denoise 0 there is nothing to give. */
    private boolean fits(Scheduling.SigmasNode node) {
        var steps = BigDecimal.valueOf(steps(node));
        return pass.denoise().signum() > 0
                && inputs(node).stream()
                        .filter(input -> input.name().equals("steps"))
                        .allMatch(input -> input.type() instanceof InputType.Whole(var range) && range.holds(steps));
    }

    Input.Link draw(Scheduling scheduling, Sampling.Wires wires) {
        return switch (scheduling) {
            case Scheduling.Named(var scheduler) ->
                canvas.add("BasicScheduler")
                        .set("model", wires.model())
                        .set("scheduler", scheduler)
                        .set("steps", pass.steps())
                        .set("denoise", pass.denoise())
                        .out(0);
            case Scheduling.SigmasNode node -> draw(node, wires);
        };
    }

    /**
     * The noise levels of a node. Where a pass starts halfway, the whole schedule is made and its end used, as A1111 does;
     * the {@code denoise} that some of these nodes have shortens the schedule instead.
     */
    private Input.Link draw(Scheduling.SigmasNode node, Sampling.Wires wires) {
        var source = canvas.add(node.nodeClass());
        inputs(node).forEach(input -> set(source, node, input.name(), wires));
        if (steps(node) == pass.steps()) {
            return source.out(0);
        }
        return canvas.add("SplitSigmas")
                .set("sigmas", source.out(0))
                .set("step", steps(node) - pass.steps())
                .out(1);
    }

    private List<InputDefinition> inputs(Scheduling.SigmasNode node) {
        return canvas.definitions().find(node.nodeClass()).stream()
                .flatMap(definition -> definition.inputs().stream())
                .toList();
    }

    private int steps(Scheduling.SigmasNode node) {
        return node.nodeClass().equals(TURBO) ? pass.steps() : pass.fullSteps();
    }

    private void set(NodeBuilder source, Scheduling.SigmasNode node, String input, Sampling.Wires wires) {
        var literal = Optional.ofNullable(node.literals().get(input));
        if (literal.isPresent()) {
            source.set(input, literal.get());
            return;
        }
        switch (input) {
            case "steps" -> source.set(input, steps(node));
            case "denoise" -> source.set(input, node.nodeClass().equals(TURBO) ? pass.denoise() : BigDecimal.ONE);
            case "model" -> source.set(input, wires.model());
            case "latent" -> source.set(input, wires.latent());
            case "width" -> source.set(input, wires.size().width());
            case "height" -> source.set(input, wires.size().height());
            default -> {}
        }
    }
}
