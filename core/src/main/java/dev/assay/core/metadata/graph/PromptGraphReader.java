package dev.assay.core.metadata.graph;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.ModelNames;
import dev.assay.core.metadata.draft.PromptTags;
import dev.assay.core.source.Source;

/** Reads what ComfyUI ran: from the picture back to the samplers, and from them to all they were given. */
final class PromptGraphReader {

    private final ApiGraph graph;
    private final Literals literals;
    private final Draft draft;

    private PromptGraphReader(Json prompt, Source source) {
        this.graph = new ApiGraph(prompt);
        this.literals = new Literals(graph);
        this.draft = new Draft(source);
    }

    static Reading read(Json prompt, Source source) {
        var reader = new PromptGraphReader(prompt, source);
        reader.read();
        return reader.draft.build();
    }

    private void read() {
        draft.state(Parameter.TOOL, Optional.of("ComfyUI"));
        var chains = PassChain.of(graph);
        if (chains.isEmpty()) {
            draft.find(Finding.warning(
                    "GRAPH_WITHOUT_SAMPLER",
                    Effect.DOUBT,
                    "No sampler was found in the graph; its values are unknown."));
            graph.nodes().forEach(new LoaderModels(graph, draft)::read);
            return;
        }
        var chain = chains.getFirst();
        if (chains.stream().anyMatch(other -> !chain.contains(other.last()))) {
            draft.find(Finding.warning(
                    "GRAPH_SEVERAL_PICTURES",
                    Effect.DOUBT,
                    "The graph makes several pictures; the values are those of node "
                            + chain.end().id() + "."));
        }
        firstPass(chain.first());
        new LaterPasses(graph, draft).read(chain);
        models(chain);
    }

    private void firstPass(SamplingPass pass) {
        state(Parameter.SEED, pass.seed());
        state(Parameter.STEPS, pass.steps());
        state(Parameter.CFG_SCALE, pass.cfg());
        state(Parameter.SAMPLER, pass.sampler());
        state(Parameter.SCHEDULE_TYPE, pass.schedule());
        new PromptTrace(graph, draft, Parameter.PROMPT).read(pass.conditioning("positive"));
        new PromptTrace(graph, draft, Parameter.NEGATIVE_PROMPT).read(pass.conditioning("negative"));
        latent(pass);
    }

    private void state(Parameter parameter, Optional<Json> value) {
        value.ifPresent(json -> draft.state(parameter, parameter.label(), json));
    }

    /** Noise of a stated size, or a picture that was painted over. */
    private void latent(SamplingPass pass) {
        var start = graph.nearest(pass.latent(), node -> isSized(node) || isPicture(node)).stream()
                .findFirst();
        start.filter(PromptGraphReader::isSized).ifPresent(node -> {
            state(Parameter.WIDTH, literals.of(node, "width"));
            state(Parameter.HEIGHT, literals.of(node, "height"));
        });
        if (start.filter(PromptGraphReader::isPicture).isPresent()) {
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

    private static boolean isSized(ApiNode node) {
        return node.inputs().containsKey("width")
                && node.inputs().containsKey("height")
                && node.type().contains("Latent");
    }

    private static boolean isPicture(ApiNode node) {
        return node.type().contains("LoadImage") || node.inputs().get("image") instanceof Json.Str;
    }

    private void models(PassChain chain) {
        var nodes = graph.upstream(chain.end());
        var loaders = new LoaderModels(graph, draft);
        Set<String> refiners = new HashSet<>(LaterPasses.refiners(graph, chain));
        nodes.stream().filter(node -> !refiners.contains(node.id())).forEach(loaders::read);
        nodes.stream()
                .filter(node -> refiners.contains(node.id()))
                .forEach(node -> literals.of(node, "ckpt_name")
                        .flatMap(Json::text)
                        .ifPresent(name -> draft.mention(
                                Ingredient.of(Role.REFINER, name, draft.source(), ModelNames.clue(name)))));
        clipSkip(nodes);
        others(nodes);
        List.of(Parameter.PROMPT, Parameter.NEGATIVE_PROMPT)
                .forEach(side -> draft.value(side).ifPresent(text -> PromptTags.embeddings(text, draft)));
    }

    /** ComfyUI counts from the end, below zero; infotexts count up. */
    private void clipSkip(List<ApiNode> nodes) {
        nodes.stream()
                .flatMap(node -> literals.of(node, "stop_at_clip_layer").stream())
                .flatMap(layer -> layer.integer().stream())
                .filter(layer -> layer < 0)
                .findFirst()
                .ifPresent(layer -> draft.state(Parameter.CLIP_SKIP, Optional.of(Long.toString(-layer))));
    }

    private void others(List<ApiNode> nodes) {
        nodes.stream()
                .filter(SamplingPass::isAnother)
                .map(ApiNode::type)
                .distinct()
                .forEach(type -> draft.find(Finding.info(
                        "GRAPH_FURTHER_PASS", "The graph goes over the picture again with " + type + ".")));
    }
}
