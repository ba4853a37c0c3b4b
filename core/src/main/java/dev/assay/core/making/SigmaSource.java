package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.sampler.Scheduling;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;

/** Draws the node that gives a sampling its noise levels. */
final class SigmaSource {

    /** It takes its steps off a grid of ten by its own {@code denoise}, and gives no longer schedule to cut. */
    private static final String TURBO = "SDTurboScheduler";

    private final Canvas canvas;
    private final Settled.Pass pass;
    private final Scheduling.SigmasNode node;
    private final List<InputDefinition> inputs;

    SigmaSource(Canvas canvas, Settled.Pass pass, Scheduling.SigmasNode node) {
        this.canvas = canvas;
        this.pass = pass;
        this.node = node;
        this.inputs = canvas.definitions().find(node.nodeClass()).stream()
                .flatMap(definition -> definition.inputs().stream())
                .toList();
    }

    /** Whether the node can give as many steps; at denoise 0 there is nothing to give. */
    boolean fits() {
        var steps = BigDecimal.valueOf(steps());
        return pass.denoise().signum() > 0
                && inputs.stream()
                        .filter(input -> input.name().equals("steps"))
                        .allMatch(input -> input.type() instanceof InputType.Whole(var range) && range.holds(steps));
    }

    /**
     * The noise levels. Where a pass starts halfway, the whole schedule is made and its end used, as A1111 does; the
     * {@code denoise} that some of these nodes have shortens the schedule instead.
     */
    Input.Link draw(Input.Link model) {
        var source = canvas.add(node.nodeClass());
        inputs.forEach(input -> set(source, input.name(), model));
        if (steps() == pass.steps()) {
            return source.out(0);
        }
        return canvas.add("SplitSigmas")
                .set("sigmas", source.out(0))
                .set("step", steps() - pass.steps())
                .out(1);
    }

    private int steps() {
        return node.nodeClass().equals(TURBO) ? pass.steps() : pass.fullSteps();
    }

    private void set(NodeBuilder source, String input, Input.Link model) {
        var literal = Optional.ofNullable(node.literals().get(input));
        if (literal.isPresent()) {
            source.set(input, literal.get());
            return;
        }
        switch (input) {
            case "steps" -> source.set(input, steps());
            case "denoise" -> source.set(input, node.nodeClass().equals(TURBO) ? pass.denoise() : BigDecimal.ONE);
            case "model" -> source.set(input, model);
            default -> {}
        }
    }
}
