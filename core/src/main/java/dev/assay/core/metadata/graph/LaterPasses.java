package dev.assay.core.metadata.graph;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;

/** What the samplers behind the first one did: a second, larger pass; a refiner; or something of the maker's own. */
final class LaterPasses {

    private static final int MAX_NOTED = 10;

    private final ApiGraph graph;
    private final Literals literals;
    private final Draft draft;

    LaterPasses(ApiGraph graph, Draft draft) {
        this.graph = graph;
        this.literals = new Literals(graph);
        this.draft = draft;
    }

    void read(PassChain chain) {
        if (chain.passes().size() == 1) {
            script(chain.first());
        } else if (isRefined(chain)) {
            switchPoint(chain.first());
        } else if (isHires(chain)) {
            hires(chain.first(), chain.last());
        } else {
            draft.find(Finding.warning(
                    "GRAPH_SEVERAL_PASSES",
                    Effect.DOUBT,
                    "The graph runs " + chain.passes().size()
                            + " passes one after another; the values are those of the first."));
            others(chain);
        }
    }

    /** Efficiency's samplers run further passes by scripts that hang on them. */
    private void script(SamplingPass pass) {
        graph.nearest(pass.node().input("script"), node -> node.type().equals("HighRes-Fix Script")).stream()
                .findFirst()
                .ifPresent(script -> {
                    state(Parameter.DENOISING_STRENGTH, literals.of(script, "denoise"));
                    state(Parameter.HIRES_STEPS, literals.of(script, "hires_steps"));
                    state(Parameter.HIRES_UPSCALE, literals.of(script, "upscale_by"));
                    var isLatent = script.input("upscale_type")
                            .text()
                            .filter("latent"::equals)
                            .isPresent();
                    state(
                            Parameter.HIRES_UPSCALER,
                            literals.of(script, isLatent ? "latent_upscaler" : "pixel_upscaler"));
                });
    }

    /** What each further pass was set to, so that nothing of it is lost. */
    private void others(PassChain chain) {
        var number = 1;
        for (var pass : chain.passes().stream().skip(1).limit(MAX_NOTED).toList()) {
            var noted = Json.object().put("class", pass.node().type());
            note(noted, "seed", pass.seed());
            note(noted, "steps", pass.steps());
            note(noted, "cfg", pass.cfg());
            note(noted, "sampler", pass.sampler());
            note(noted, "scheduler", pass.schedule());
            note(noted, "denoise", pass.denoise());
            draft.extra("Pass " + ++number, noted.build());
        }
    }

    private static void note(JsonObjectBuilder noted, String key, Optional<Json> value) {
        value.ifPresent(json -> noted.put(key, json));
    }

    /** The checkpoints that only the second half of the steps uses. */
    static List<String> refiners(ApiGraph graph, PassChain chain) {
        if (!isRefined(chain)) {
            return List.of();
        }
        var base = checkpoints(graph, chain.first());
        return checkpoints(graph, chain.last()).stream()
                .filter(id -> !base.contains(id))
                .toList();
    }

    private static List<String> checkpoints(ApiGraph graph, SamplingPass pass) {
        return graph.nearest(graph.value(pass.node(), "model"), node -> node.has("ckpt_name")).stream()
                .map(ApiNode::id)
                .toList();
    }

    /** One picture's steps, shared by two samplers. */
    private static boolean isRefined(PassChain chain) {
        return chain.passes().size() == 2
                && chain.first().isAdvanced()
                && chain.last().isAdvanced()
                && chain.first().own("end_at_step").equals(chain.last().own("start_at_step"));
    }

    private static boolean isHires(PassChain chain) {
        return chain.passes().size() == 2
                && chain.last()
                        .denoise()
                        .flatMap(Json::decimal)
                        .filter(denoise -> denoise.compareTo(BigDecimal.ONE) < 0)
                        .isPresent();
    }

    private void switchPoint(SamplingPass first) {
        var end = first.own("end_at_step").flatMap(Json::decimal);
        var steps = first.steps().flatMap(Json::decimal).filter(all -> all.signum() > 0);
        if (end.isPresent() && steps.isPresent() && end.get().compareTo(steps.get()) <= 0) {
            var share = end.get().divide(steps.get(), MathContext.DECIMAL32).stripTrailingZeros();
            draft.state(Parameter.REFINER_SWITCH_AT, Optional.of(share.toPlainString()));
        }
    }

    private void hires(SamplingPass first, SamplingPass second) {
        state(Parameter.DENOISING_STRENGTH, second.denoise());
        state(Parameter.HIRES_STEPS, second.steps());
        state(Parameter.HIRES_SAMPLER, second.sampler());
        state(Parameter.HIRES_SCHEDULE_TYPE, second.schedule());
        state(Parameter.HIRES_CFG_SCALE, second.cfg());
        second.seed()
                .filter(seed -> !first.seed().equals(Optional.of(seed)))
                .ifPresent(seed -> draft.extra("Hires seed", seed));
        enlargement(second);
    }

    private void state(Parameter parameter, Optional<Json> value) {
        value.ifPresent(json -> draft.state(parameter, parameter.label(), json));
    }

    /** What lies between the two: a latent or a picture made larger, by a factor or to a size. */
    private void enlargement(SamplingPass second) {
        var between = graph.source(second.latent())
                .map(node -> graph.upTo(node, SamplingPass::is, _ -> true))
                .orElse(List.of());
        for (var node : between) {
            literals.of(node, "scale_by").ifPresent(factor -> draft.suggest(Parameter.HIRES_UPSCALE, factor));
            var width = literals.of(node, "width").flatMap(Json::scalar);
            var height = literals.of(node, "height").flatMap(Json::scalar);
            if (width.isPresent() && height.isPresent()) {
                draft.suggest(Parameter.HIRES_RESIZE, Json.of(width.get() + "x" + height.get()));
            }
            graph.source(node.input("upscale_model"))
                    .flatMap(loader -> literals.of(loader, "model_name"))
                    .ifPresent(name -> draft.suggest(Parameter.HIRES_UPSCALER, name));
        }
        for (var node : between) {
            literals.of(node, "upscale_method")
                    .flatMap(Json::text)
                    .filter(_ -> node.type().startsWith("Latent"))
                    .ifPresent(method -> draft.suggest(Parameter.HIRES_UPSCALER, Json.of("Latent (" + method + ")")));
        }
    }
}
