package dev.assay.core.metadata.graph;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;

/** Reads the first pass: the sampler's own values, the texts behind it, and what it started from. */
final class FirstPass {

    private final ApiGraph graph;
    private final Literals literals;
    private final Draft draft;

    FirstPass(ApiGraph graph, Draft draft) {
        this.graph = graph;
        this.literals = new Literals(graph);
        this.draft = draft;
    }

    void read(PassChain chain) {
        var pass = chain.first();
        state(pass, Parameter.SEED, pass.seed());
        state(pass, Parameter.STEPS, pass.steps());
        state(pass, Parameter.CFG_SCALE, pass.cfg());
        state(pass, Parameter.SAMPLER, pass.sampler());
        state(pass, Parameter.SCHEDULE_TYPE, pass.schedule());
        pass.wrappers().forEach(wrapper -> draft.extra("Sampler patch", wrapper.type()));
        state(Parameter.DISTILLED_CFG_SCALE, pass.guidance());
        new PromptTrace(graph, draft, Parameter.PROMPT).read(pass.conditioning("positive"));
        new PromptTrace(graph, draft, Parameter.NEGATIVE_PROMPT).read(pass.conditioning("negative"));
        latent(pass);
        frameRate(chain.end());
    }

    /** A value that is made while the graph runs is said to be unknown, and where it comes from. */
    private void state(SamplingPass pass, Parameter parameter, Optional<Json> value) {
        state(parameter, value);
        if (value.isEmpty()) {
            pass.maker(parameter).ifPresent(maker -> unclear(parameter, maker));
        }
    }

    private void unclear(Parameter parameter, ApiNode maker) {
        draft.find(Finding.warning(
                        "GRAPH_VALUE_UNCLEAR",
                        Effect.DOUBT,
                        parameter.label() + " comes from node " + maker.id() + " (" + maker.type()
                                + "), in a way that cannot be followed; the value is unknown.")
                .advise("Look at that node in ComfyUI: it makes the value when the graph runs."));
    }

    private void state(Parameter parameter, Optional<Json> value) {
        value.ifPresent(json -> draft.state(parameter, parameter.label(), json));
    }

    /** Noise of a stated size, or a picture that was painted over. */
    private void latent(SamplingPass pass) {
        var start = start(pass);
        start.flatMap(node -> Extent.of(node, literals))
                .ifPresentOrElse(this::extent, () -> start.ifPresent(this::unclearSize));
        if (start.filter(node -> !Extent.isStated(node)).isPresent()) {
            draft.state(Parameter.PROCESS, Optional.of("img2img"));
            state(Parameter.DENOISING_STRENGTH, pass.denoise());
        } else {
            pass.denoise()
                    .filter(value -> value.decimal()
                            .filter(d -> d.compareTo(BigDecimal.ONE) < 0)
                            .isPresent())
                    .ifPresent(value -> state(Parameter.DENOISING_STRENGTH, Optional.of(value)));
        }
    }

    /** What the latent was made from; where a bundle made it, that is upstream of the sampler somewhere. */
    private Optional<ApiNode> start(SamplingPass pass) {
        var latent = pass.latent();
        if (!latent.isNull()) {
            return graph.nearest(latent, node -> Extent.isStated(node) || isPicture(node)).stream()
                    .findFirst();
        }
        return graph.nearest(pass.node(), Extent::isStated, _ -> true).stream().findFirst();
    }

    private void unclearSize(ApiNode start) {
        for (var side : List.of(Parameter.WIDTH, Parameter.HEIGHT)) {
            var stated = graph.value(start, side.key());
            graph.source(stated)
                    .ifPresentOrElse(
                            maker -> literals.of(start, side.key())
                                    .ifPresentOrElse(
                                            value -> state(side, Optional.of(value)), () -> unclear(side, maker)),
                            () -> state(side, Optional.of(stated)));
        }
    }

    private void extent(Extent extent) {
        state(Parameter.WIDTH, Optional.of(extent.width()));
        state(Parameter.HEIGHT, Optional.of(extent.height()));
        extent.frames()
                .filter(count -> count.decimal()
                        .filter(number -> number.compareTo(BigDecimal.ONE) > 0)
                        .isPresent())
                .ifPresent(count -> state(Parameter.FRAMES, Optional.of(count)));
    }

    /** Whoever writes a film says how fast it goes, or is told so by whoever puts it together. */
    private void frameRate(ApiNode end) {
        var writers =
                graph.upTo(end, node -> node.has("fps") || node.has("frame_rate"), input -> !input.equals("samples"));
        for (var node : writers) {
            literals.of(node, "frame_rate")
                    .or(() -> literals.of(node, "fps"))
                    .ifPresent(rate -> draft.suggest(Parameter.FRAME_RATE, rate));
        }
    }

    private static boolean isPicture(ApiNode node) {
        return node.type().contains("LoadImage") || node.inputs().get("image") instanceof Json.Str;
    }
}
