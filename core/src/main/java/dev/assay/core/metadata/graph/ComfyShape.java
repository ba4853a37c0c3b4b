package dev.assay.core.metadata.graph;

import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.draft.LenientJson;

/** Tells ComfyUI's two formats by their shape. */
public final class ComfyShape {

    private ComfyShape() {}

    /** What runs: nodes by their number, each with a class. */
    public static boolean isPrompt(Json json) {
        return json.members().values().stream()
                .anyMatch(node -> node.at("class_type").text().isPresent());
    }

    /** What the browser opens: lists of nodes and links. */
    public static boolean isWorkflow(Json json) {
        return json.at("nodes") instanceof Json.Arr && (json.has("links") || json.has("version"));
    }

    /** The graph in a value that is one of the two, or an object of both; either half may be a string, broken or missing. */
    public static Optional<EmbeddedGraph> graph(Json json) {
        if (isPrompt(json)) {
            return Optional.of(new EmbeddedGraph(Optional.of(json), Optional.empty()));
        }
        if (isWorkflow(json)) {
            return Optional.of(new EmbeddedGraph(Optional.empty(), Optional.of(json)));
        }
        var prompt = Optional.of(LenientJson.structure(json.at("prompt"))).filter(ComfyShape::isPrompt);
        var workflow = Optional.of(LenientJson.structure(json.at("workflow"))).filter(ComfyShape::isWorkflow);
        return prompt.isEmpty() && workflow.isEmpty()
                ? Optional.empty()
                : Optional.of(new EmbeddedGraph(prompt, workflow));
    }
}
