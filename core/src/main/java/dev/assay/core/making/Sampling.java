package dev.assay.core.making;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import dev.assay.core.json.Json;
import dev.assay.core.sampler.Scheduling;
import dev.assay.core.workflow.GraphBuilder;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** Draws one sampling: a plain {@code KSampler}, or the custom one where the noise levels come from a node. */
final class Sampling {

    private final GraphBuilder graph;
    private final NodeDefinitions definitions;
    private final BigInteger seed;

    Sampling(GraphBuilder graph, NodeDefinitions definitions, BigInteger seed) {
        this.graph = graph;
        this.definitions = definitions;
        this.seed = seed;
    }

    /** What a sampling works on. */
    record Wires(Input.Link model, Input.Link positive, Input.Link negative, Input.Link latent) {}

    Input.Link draw(Settled.Pass pass, BigDecimal cfg, Wires wires) {
        return switch (pass.sampler().scheduling()) {
            case Scheduling.Named(var scheduler) -> plain(pass, cfg, scheduler, wires);
            case Scheduling.SigmasNode node -> custom(pass, cfg, node, wires);
        };
    }

    private Input.Link plain(Settled.Pass pass, BigDecimal cfg, String scheduler, Wires wires) {
        return graph.add("KSampler")
                .set("model", wires.model())
                .set("seed", new Json.Num(seed.toString()))
                .set("steps", pass.steps())
                .set("cfg", cfg)
                .set("sampler_name", pass.sampler().samplerName())
                .set("scheduler", scheduler)
                .set("positive", wires.positive())
                .set("negative", wires.negative())
                .set("latent_image", wires.latent())
                .set("denoise", pass.denoise())
                .out(0);
    }

    private Input.Link custom(Settled.Pass pass, BigDecimal cfg, Scheduling.SigmasNode node, Wires wires) {
        var sampler = graph.add("KSamplerSelect")
                .set("sampler_name", pass.sampler().samplerName())
                .out(0);
        return graph.add("SamplerCustom")
                .set("model", wires.model())
                .set("add_noise", true)
                .set("noise_seed", new Json.Num(seed.toString()))
                .set("cfg", cfg)
                .set("positive", wires.positive())
                .set("negative", wires.negative())
                .set("sampler", sampler)
                .set("sigmas", sigmas(pass, node, wires.model()))
                .set("latent_image", wires.latent())
                .out(0);
    }

    /** A node without a denoise of its own gives the whole schedule, of which only the end is used. */
    private Input.Link sigmas(Settled.Pass pass, Scheduling.SigmasNode node, Input.Link model) {
        var inputs = definitions.find(node.nodeClass()).stream()
                .flatMap(definition -> definition.inputs().stream())
                .map(InputDefinition::name)
                .toList();
        var whole = inputs.contains("denoise") || pass.denoise().compareTo(BigDecimal.ONE) == 0;
        var steps = whole ? pass.steps() : fullSteps(pass);
        var source = graph.add(node.nodeClass());
        for (var input : inputs) {
            set(source, input, node, steps, pass, model);
        }
        if (whole) {
            return source.out(0);
        }
        return graph.add("SplitSigmas")
                .set("sigmas", source.out(0))
                .set("step", steps - pass.steps())
                .out(1);
    }

    private static void set(
            NodeBuilder source,
            String input,
            Scheduling.SigmasNode node,
            int steps,
            Settled.Pass pass,
            Input.Link model) {
        var literal = node.literals().get(input);
        if (literal != null) {
            source.set(input, literal);
            return;
        }
        switch (input) {
            case "steps" -> source.set(input, steps);
            case "denoise" -> source.set(input, pass.denoise());
            case "model" -> source.set(input, model);
            default -> {}
        }
    }

    private static int fullSteps(Settled.Pass pass) {
        return pass.denoise().signum() == 0
                ? pass.steps()
                : BigDecimal.valueOf(pass.steps())
                        .divide(pass.denoise(), 0, RoundingMode.DOWN)
                        .min(BigDecimal.valueOf(10_000))
                        .intValue();
    }
}
