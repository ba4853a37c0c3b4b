package dev.assay.core.metadata.dialect;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Parameter;

/** Follows a sampler's conditioning back to the texts it was made of. */
final class PromptTrace {

    private static final List<String> TEXTS = List.of("text", "text_g", "text_l", "t5xxl", "clip_l", "prompt");

    /** Inputs behind which other texts may lie than this side's. */
    private static final Set<String> ASIDE = Set.of(
            "model",
            "clip",
            "vae",
            "image",
            "pixels",
            "mask",
            "samples",
            "latent",
            "latent_image",
            "noise",
            "sigmas",
            "control_net",
            "clip_vision",
            "clip_vision_output",
            "style_model",
            "width",
            "height",
            "strength");

    private final ApiGraph graph;
    private final Literals literals;
    private final Draft draft;

    PromptTrace(ApiGraph graph, Draft draft) {
        this.graph = graph;
        this.literals = new Literals(graph);
        this.draft = draft;
    }

    void read(Parameter parameter, Json conditioning) {
        Set<String> texts = new LinkedHashSet<>();
        Set<Json> seen = new HashSet<>();
        var queue = new ArrayDeque<>(List.of(conditioning));
        while (!queue.isEmpty()) {
            var link = queue.removeFirst();
            if (seen.add(link)) {
                graph.source(link).ifPresent(node -> visit(node, link, queue, texts, parameter));
            }
        }
        if (texts.size() > 1) {
            draft.find(Finding.info(
                    "PROMPT_COMBINED",
                    Effect.DOUBT,
                    "The " + parameter.label().toLowerCase(Locale.ROOT) + " is combined from " + texts.size()
                            + " texts, listed one behind the other."));
        }
        if (!texts.isEmpty()) {
            draft.state(parameter, Optional.of(String.join("\n", texts)));
        }
    }

    private void visit(ApiNode node, Json link, ArrayDeque<Json> queue, Set<String> texts, Parameter parameter) {
        if (node.type().equals("ConditioningZeroOut")) {
            // Whatever text is behind it counts for nothing.
            return;
        }
        if (parameter == Parameter.PROMPT) {
            literals.of(node, "guidance").ifPresent(guidance -> draft.suggest(Parameter.DISTILLED_CFG_SCALE, guidance));
        }
        var said = TEXTS.stream().filter(node.inputs()::containsKey).toList();
        if (!said.isEmpty()) {
            said.forEach(input -> text(node, input, texts, parameter));
            return;
        }
        node.inputs().forEach((name, input) -> {
            if (leadsOn(name, link, node)) {
                queue.addLast(input);
            }
        });
    }

    private void text(ApiNode node, String input, Set<String> texts, Parameter parameter) {
        var text = literals.of(node, input).flatMap(Json::scalar);
        text.map(String::strip)
                .filter(found -> !found.isEmpty() || texts.isEmpty())
                .ifPresent(texts::add);
        texts.removeIf(found -> found.isEmpty() && texts.size() > 1);
        if (text.isEmpty()) {
            draft.find(Finding.warning(
                    "PROMPT_UNREADABLE",
                    Effect.DOUBT,
                    "The " + parameter.label().toLowerCase(Locale.ROOT) + " comes from node " + node.id() + " ("
                            + node.type() + "), in a way that cannot be followed."));
        }
    }

    /** Nodes that take both sides give the positive one first. */
    private static boolean leadsOn(String name, Json link, ApiNode node) {
        if (node.inputs().containsKey("positive") && node.inputs().containsKey("negative")) {
            return name.equals(ApiGraph.slot(link) == 1 ? "negative" : "positive");
        }
        return !ASIDE.contains(name);
    }
}
