package dev.assay.app.pipeline;

import java.util.Optional;
import java.util.function.Supplier;

import dev.assay.core.making.CustomNodes;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.workflow.definition.NodeDefinitions;

/**
 * The nodes that a recipe is drawn with: ComfyUI's own, and what else the user's server has where that could do more of it.
 * Nobody is asked without need, and never twice.
 */
final class DrawingNodes {

    private final NodeDefinitions core;
    private final Supplier<Optional<NodeDefinitions>> server;
    private Optional<NodeDefinitions> known = Optional.empty();

    /**
     * For one image.
     *
     * @param server asks it; empty where it does not answer
     */
    DrawingNodes(NodeDefinitions core, Supplier<Optional<NodeDefinitions>> server) {
        this.core = core;
        this.server = server;
    }

    NodeDefinitions of(Recipe recipe) {
        if (known.isEmpty()) {
            var more = CustomNodes.wouldHelp(recipe) ? server.get() : Optional.<NodeDefinitions>empty();
            known = Optional.of(more.map(core::or).orElse(core));
        }
        return known.get();
    }
}
