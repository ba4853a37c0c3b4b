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

    /** Inputs in which nodes of unknown packs have their texts. */
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
            var link = graph.follow(open.removeFirst());
            // A bundle may hold the text itself.
            link.text().map(String::strip).ifPresent(texts::add);
            if (seen.add(link)) {
                graph.origin(link).ifPresent(this::visit);
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

    private void visit(Wiring.Origin origin) {
        var node = origin.node();
        if (node.type().equals("ConditioningZeroOut")) {
            // Whatever text is behind it counts for nothing.
            return;
        }
        if (side == Parameter.PROMPT) {
            literals.of(node, "guidance").ifPresent(guidance -> draft.suggest(Parameter.DISTILLED_CFG_SCALE, guidance));
        }
        var said = said(origin);
        said.forEach(input -> text(node, input));
        if (said.isEmpty()) {
            node.inputs().forEach((name, input) -> {
                // What stands there itself is a choice of the node's, and no prompt.
                if (input instanceof Json.Arr && leadsOn(name, origin)) {
                    open.addLast(input);
                }
            });
        }
    }

    /** The inputs whose texts the output is made of; none where it is made of other conditions. */
    private List<String> said(Wiring.Origin origin) {
        var node = origin.node();
        var output = NodeOutputs.of(node, origin.slot());
        if (output.isPresent() && output.get() instanceof NodeOutput.Texts(var inputs)) {
            return inputs.stream().filter(node::has).toList();
        }
        if (node.has("positive_prompt") && node.has("negative_prompt")) {
            return List.of(side == Parameter.PROMPT ? "positive_prompt" : "negative_prompt");
        }
        return TEXTS.stream().filter(node::has).toList();
    }

    private void text(ApiNode node, String input) {
        var text = literals.of(node, input).flatMap(Json::scalar);
        text.map(String::strip).ifPresent(texts::add);
        if (text.isEmpty()) {
            draft.find(Finding.warning(
                            "PROMPT_UNREADABLE",
                            Effect.DOUBT,
                            "The " + side.label().toLowerCase(Locale.ROOT) + " comes from node "
                                    + maker(node, input)
                                            .map(maker -> maker.id() + " (" + maker.type() + ")")
                                            .orElseGet(() -> node.id() + " (" + node.type() + ")")
                                    + ", in a way that cannot be followed.")
                    .advise("Look at that node in ComfyUI: it makes the text when the graph runs."));
        }
    }

    private Optional<ApiNode> maker(ApiNode node, String input) {
        return graph.source(node.input(input));
    }

    /** Nodes that take both sides give the positive one first. */
    private static boolean leadsOn(String name, Wiring.Origin origin) {
        for (var prefix : List.of("", "base_")) {
            if (origin.node().has(prefix + "positive") && origin.node().has(prefix + "negative")) {
                return name.equals(prefix + (origin.slot() == 1 ? "negative" : "positive"));
            }
        }
        return !ASIDE.contains(name);
    }
}
