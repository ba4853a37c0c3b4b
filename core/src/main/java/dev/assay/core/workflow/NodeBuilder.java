package dev.assay.core.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** Puts one node together, as part of a {@link GraphBuilder}. */
public final class NodeBuilder {

    private final NodeId id;
    private final String type;
    private final NodeDefinitions definitions;
    private final Optional<String> stage;
    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private final List<EmbeddedModel> models = new ArrayList<>();
    private Optional<String> title = Optional.empty();

    NodeBuilder(NodeId id, String type, Optional<String> stage, NodeDefinitions definitions) {
        this.id = id;
        this.type = type;
        this.stage = stage;
        this.definitions = definitions;
    }

    public NodeId id() {
        return id;
    }

    public NodeBuilder set(String input, Input value) {
        inputs.put(input, value);
        return this;
    }

    public NodeBuilder set(String input, Json value) {
        return set(input, new Input.Literal(value));
    }

    public NodeBuilder set(String input, String value) {
        return set(input, Json.of(value));
    }

    public NodeBuilder set(String input, long value) {
        return set(input, Json.of(value));
    }

    public NodeBuilder set(String input, BigDecimal value) {
        return set(input, Json.of(value));
    }

    public NodeBuilder set(String input, boolean value) {
        return set(input, Json.of(value));
    }

    /** What it is called on the canvas. */
    public NodeBuilder title(String text) {
        title = Optional.of(text);
        return this;
    }

    /** What it loads. */
    public NodeBuilder model(EmbeddedModel model) {
        models.add(model);
        return this;
    }

    /** A link from the output at that place, from 0. */
    public Input.Link out(int slot) {
        return new Input.Link(id, slot);
    }

    /**
     * A link from the output of that name, or else of that type.
     *
     * @throws IllegalArgumentException where the class is not known or has not exactly one such output: a mistake of
     *     the caller's
     */
    public Input.Link out(String nameOrType) {
        return definitions
                .find(type)
                .map(definition -> definition.slot(nameOrType))
                .filter(slot -> slot.isPresent())
                .map(slot -> out(slot.getAsInt()))
                .orElseThrow(() -> new IllegalArgumentException(type + " is not known to put out " + nameOrType));
    }

    Node build() {
        return new Node(id, type, inputs, title, stage, models);
    }
}
