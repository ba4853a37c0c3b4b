package dev.assay.core.metadata.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.Role;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.ModelNames;
import dev.assay.core.metadata.draft.PromptTags;

/** Reads what the nodes of a chain load, and what else they do on the way. */
final class ChainModels {

    private static final int MAX_PATCHES = 20;

    private final ApiGraph graph;
    private final Literals literals;
    private final Draft draft;

    ChainModels(ApiGraph graph, Draft draft) {
        this.graph = graph;
        this.literals = new Literals(graph);
        this.draft = draft;
    }

    void read(PassChain chain) {
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
        patches(chain);
        others(nodes);
        unclear(nodes);
        List.of(Parameter.PROMPT, Parameter.NEGATIVE_PROMPT)
                .forEach(side -> draft.value(side).ifPresent(text -> PromptTags.embeddings(text, draft)));
    }

    /** ComfyUI counts from the end, below zero; infotexts count up. Loaders of packs always state it, mostly as nothing. */
    private void clipSkip(List<ApiNode> nodes) {
        var layers = nodes.stream().flatMap(node -> literals.of(node, "stop_at_clip_layer").stream());
        var skips = nodes.stream()
                .flatMap(node -> Stream.of("clip_skip", "base_clip_skip")
                        .filter(node::has)
                        .flatMap(name -> literals.of(node, name).stream()))
                .filter(skip -> skip.integer().filter(layer -> layer != -1).isPresent());
        Stream.concat(layers, skips)
                .flatMap(layer -> layer.integer().stream())
                .filter(layer -> layer < 0)
                .findFirst()
                .ifPresent(layer -> draft.state(Parameter.CLIP_SKIP, Optional.of(Long.toString(-layer))));
    }

    /** Nodes that choose, and do not say what. */
    private void unclear(List<ApiNode> nodes) {
        nodes.stream()
                .filter(node -> node.words().contains("switch"))
                .filter(node -> graph.sources(node).size() > 1)
                .map(node -> node.id() + " (" + node.type() + ")")
                .findFirst()
                .ifPresent(node -> draft.find(Finding.warning(
                        "GRAPH_SWITCH_UNCLEAR",
                        Effect.DOUBT,
                        "Node " + node + " chooses between several inputs, and cannot be told which; all of them are"
                                + " looked at.")));
    }

    /** What bends the model on its way to the sampler; no infotext has words for it. */
    private void patches(PassChain chain) {
        var patches = graph.upTo(chain.first().node(), _ -> false, Set.of("model", "guider")::contains).stream()
                .skip(1)
                .filter(node -> !SamplingPass.is(node) && node.has("model"))
                .filter(node -> !LoaderModels.isLoader(node) && !node.type().endsWith("Guider"))
                .map(ApiNode::type)
                .distinct()
                .limit(MAX_PATCHES)
                .collect(Collectors.joining(", "));
        draft.extra("Model patches", patches);
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
