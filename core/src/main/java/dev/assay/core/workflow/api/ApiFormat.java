package dev.assay.core.workflow.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.WorkflowText;

/** Reads and writes the API format: {@code {"4": {"class_type": …, "inputs": {…}, "_meta": {"title": …}}}}. */
public final class ApiFormat {

    /** A list is taken for a link by its shape, so that one that is none is wrapped in an object of this one member. */
    private static final String WRAPPER = "__value__";

    private static final int MAX_NODES = 20_000;

    private ApiFormat() {}

    /** Whether it looks like the API format: an object whose members are nodes. */
    public static boolean recognises(Json json) {
        return !json.members().isEmpty()
                && json.members().values().stream()
                        .anyMatch(node -> node.at("class_type").text().isPresent());
    }

    /**
     * Reads a graph. What old front ends left in it ({@code is_changed}) is dropped; the body of {@code POST /prompt} is
     * read as well.
     */
    public static ApiReading read(Json json) {
        var nodes = recognises(json.at("prompt")) ? json.at("prompt") : json;
        if (!recognises(nodes)) {
            return new ApiReading.Refused("no node has a class_type, so this is no workflow in API format");
        }
        if (nodes.members().size() > MAX_NODES) {
            return new ApiReading.Refused("more than " + MAX_NODES + " nodes");
        }
        List<Node> read = new ArrayList<>();
        for (var member : nodes.members().entrySet()) {
            var node = member.getValue();
            var type = node.at("class_type").text();
            if (type.isEmpty()) {
                return new ApiReading.Refused("node " + member.getKey() + " has no class_type");
            }
            if (WorkflowText.holdsNoNumber(node.at("inputs"))) {
                return new ApiReading.Refused("node " + member.getKey() + " has an input that is not a number");
            }
            read.add(node(new NodeId(member.getKey()), type.get(), node));
        }
        return new ApiReading.Read(Graph.of(read));
    }

    private static Node node(NodeId id, String type, Json json) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        json.at("inputs").members().forEach((name, value) -> inputs.put(name, input(value)));
        return new Node(id, type, inputs, json.at("_meta").at("title").text(), Optional.empty(), List.of());
    }

    private static Input input(Json value) {
        if (isLink(value)) {
            var slot = value.at(1).integer().orElse(0L);
            return new Input.Link(new NodeId(value.at(0).text().orElse("")), Math.toIntExact(slot));
        }
        return new Input.Literal(
                value.members().size() == 1 && value.at(WRAPPER) instanceof Json.Arr list ? list : value);
    }

    /** The engine's own rule: a list of two, a text and a number. */
    private static boolean isLink(Json value) {
        return value.items().size() == 2
                && value.at(0) instanceof Json.Str
                && value.at(1) instanceof Json.Num
                && value.at(1)
                        .integer()
                        .filter(slot -> slot >= 0 && slot < 10_000)
                        .isPresent();
    }

    /** Writes a graph; prompts go out verbatim, since the engine does not look for dynamic prompts. */
    public static Json write(Graph graph) {
        return write(graph, List.of());
    }

    /**
     * Writes a graph with a note. The format has no place for one, but the engine looks at nothing of a {@code _meta}
     * except its title: so it goes there, on the first node.
     *
     * @param note lines of Markdown; none for no note
     */
    public static Json write(Graph graph, List<String> note) {
        var nodes = Json.object();
        var lines = note;
        for (var node : graph.nodes()) {
            var inputs = Json.object();
            node.inputs().forEach((name, input) -> inputs.put(name, value(input)));
            var written = Json.object().put("inputs", inputs.build()).put("class_type", node.type());
            meta(node, lines).ifPresent(meta -> written.put("_meta", meta));
            nodes.put(node.id().value(), written.build());
            lines = List.of();
        }
        return nodes.build();
    }

    private static Optional<Json> meta(Node node, List<String> note) {
        if (note.isEmpty()) {
            return node.title().map(title -> Json.object().put("title", title).build());
        }
        return Optional.of(Json.object()
                .put("title", node.title().orElse(node.type()))
                .put("assay", note.stream().map(Json::of).toList())
                .build());
    }

    private static Json value(Input input) {
        return switch (input) {
            case Input.Link(var source, var slot) -> Json.of(List.of(Json.of(source.value()), Json.of(slot)));
            // Any list, as the front end does: the engine unwraps it.
            case Input.Literal(Json.Arr list) ->
                Json.object().put(WRAPPER, list).build();
            case Input.Literal(var value) -> value;
        };
    }
}
