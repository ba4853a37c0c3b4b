package dev.assay.core.metadata.graph;

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
import dev.assay.core.metadata.draft.Draft;

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
    private final Parameter side;
    private final Set<String> texts = new LinkedHashSet<>();
    private final ArrayDeque<Json> open = new ArrayDeque<>();

    /**
     * @param side {@link Parameter#PROMPT} or {@link Parameter#NEGATIVE_PROMPT}
     */
    PromptTrace(ApiGraph graph, Draft draft, Parameter side) {
        this.graph = graph;
        this.literals = new Literals(graph);
        this.draft = draft;
        this.side = side;
    }

    void read(Json conditioning) {
        Set<Json> seen = new HashSet<>();
        open.add(conditioning);
        while (!open.isEmpty()) {
            var link = open.removeFirst();
            if (seen.add(link)) {
                graph.source(link).ifPresent(node -> visit(node, link));
            }
        }
        if (texts.size() > 1) {
            texts.remove("");
        }
        if (texts.size() > 1) {
            draft.find(Finding.info(
                    "PROMPT_COMBINED",
                    Effect.DOUBT,
                    "The " + side.label().toLowerCase(Locale.ROOT) + " is combined from " + texts.size()
                            + " texts, listed one behind the other."));
        }
        if (!texts.isEmpty()) {
            draft.state(side, Optional.of(String.join("\n", texts)));
        }
    }

    private void visit(ApiNode node, Json link) {
        if (node.type().equals("ConditioningZeroOut")) {
            // Whatever text is behind it counts for nothing.
            return;
        }
        if (side == Parameter.PROMPT) {
            literals.of(node, "guidance").ifPresent(guidance -> draft.suggest(Parameter.DISTILLED_CFG_SCALE, guidance));
        }
        var said = TEXTS.stream().filter(node.inputs()::containsKey).toList();
        said.forEach(input -> text(node, input));
        if (said.isEmpty()) {
            node.inputs().forEach((name, input) -> {
                if (leadsOn(name, link, node)) {
                    open.addLast(input);
                }
            });
        }
    }

    private void text(ApiNode node, String input) {
        var text = literals.of(node, input).flatMap(Json::scalar);
        text.map(String::strip).ifPresent(texts::add);
        if (text.isEmpty()) {
            draft.find(Finding.warning(
                    "PROMPT_UNREADABLE",
                    Effect.DOUBT,
                    "The " + side.label().toLowerCase(Locale.ROOT) + " comes from node " + node.id() + " ("
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
