package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.making.own.OwnGraph;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.workflow.definition.NodeDefinitions;

/**
 * The maker's own graph, which comes first; where it cannot be used, that is said, and the settings are drawn.
 *
 * @param graph empty where the settings are drawn
 * @param canvasOnly whether the graph can be opened as it is, but what the engine would be told of it is not known entirely
 * @param problems where the settings do not suffice either
 */
record MakersGraph(Optional<OwnGraph> graph, boolean canvasOnly, List<Finding> findings, List<Problem> problems) {

    private static final MakersGraph NONE = new MakersGraph(Optional.empty(), false, List.of(), List.of());

    /** @param subject the image's name, for a problem */
    static MakersGraph of(Recipe recipe, NodeDefinitions definitions, WorkflowFormat format, String subject) {
        if (recipe.graph().isEmpty()) {
            return NONE;
        }
        return switch (OwnGraph.read(recipe.graph().get().value(), definitions)) {
            case OwnGraph.Reading.Usable(var graph) -> new MakersGraph(Optional.of(graph), false, List.of(), List.of());
            case OwnGraph.Reading.CanvasOnly(var graph, var reason) ->
                format == WorkflowFormat.UI
                        ? new MakersGraph(Optional.of(graph), true, List.of(opened(reason)), List.of())
                        : unusable(recipe, reason, subject);
            case OwnGraph.Reading.NotUsable(var reason) -> unusable(recipe, reason, subject);
        };
    }

    private static MakersGraph unusable(Recipe recipe, String reason, String subject) {
        var drawn = Finding.warning(
                "OWN_GRAPH_UNUSABLE",
                Effect.APPROXIMATES,
                "The image carries its maker's own graph, but it cannot be used: " + reason
                        + " A graph is drawn from the settings instead.");
        List<Problem> problems =
                recipe.text(Parameter.PROMPT).isEmpty() ? List.of(MetadataProblem.noPrompt(subject, false)) : List.of();
        return new MakersGraph(Optional.empty(), false, List.of(drawn), problems);
    }

    private static Finding opened(String reason) {
        return Finding.warning("OWN_CANVAS_ONLY", Effect.DOUBT, "The maker's canvas is used as it is: " + reason)
                .advise("Open it in a ComfyUI that has the maker's packs.");
    }
}
