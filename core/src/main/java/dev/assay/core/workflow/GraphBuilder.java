package dev.assay.core.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.workflow.definition.NodeDefinitions;

/**
 * Puts a graph together so that the code reads like the diagram.
 *
 * <pre>{@code
 * var graph = new GraphBuilder(NodeDefinitions.core());
 * var checkpoint = graph.add("CheckpointLoaderSimple").set("ckpt_name", name);
 * var positive = graph.add("CLIPTextEncode").set("text", prompt).set("clip", checkpoint.out("CLIP"));
 * }</pre>
 */
public final class GraphBuilder {

    private final NodeDefinitions definitions;
    private final List<NodeBuilder> nodes = new ArrayList<>();
    private Optional<String> stage = Optional.empty();

    /** A builder that knows outputs by the names that these definitions give them. */
    public GraphBuilder(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    /** Names the group that the nodes added from here on are shown in. */
    public GraphBuilder stage(String name) {
        stage = Optional.of(name);
        return this;
    }

    /** Adds a node of that class, with the next number as its id, from 1. */
    public NodeBuilder add(String type) {
        var node = new NodeBuilder(NodeId.of(nodes.size() + 1L), type, stage, definitions);
        nodes.add(node);
        return node;
    }

    public Graph build() {
        return Graph.of(nodes.stream().map(NodeBuilder::build).toList());
    }
}
