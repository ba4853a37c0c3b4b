package dev.assay.core.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;

/**
 * One node.
 *
 * @param type its class, such as {@code KSampler}
 * @param inputs by name, in order
 * @param title what it is called on the canvas, where that differs from its class
 * @param stage the group it is shown in, such as {@code Prompt}
 * @param models what it loads, as far as known
 */
public record Node(
        NodeId id,
        String type,
        Map<String, Input> inputs,
        Optional<String> title,
        Optional<String> stage,
        List<EmbeddedModel> models) {

    public Node {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        models = List.copyOf(models);
    }

    /** A node without anything but its inputs. */
    public static Node of(NodeId id, String type, Map<String, Input> inputs) {
        return new Node(id, type, inputs, Optional.empty(), Optional.empty(), List.of());
    }

    /** The value of that input; {@link Json#none()} where it is linked or not there. */
    public Json literal(String input) {
        return inputs.get(input) instanceof Input.Literal(var value) ? value : Json.none();
    }

    /** All links into this node. */
    public Stream<Input.Link> links() {
        return inputs.values().stream().filter(Input.Link.class::isInstance).map(Input.Link.class::cast);
    }

    /** The same node with this input set, in its place or at the end. */
    public Node with(String input, Input value) {
        Map<String, Input> changed = new LinkedHashMap<>(inputs);
        changed.put(input, value);
        return new Node(id, type, changed, title, stage, models);
    }

    /** The same node with that title. */
    public Node titled(String text) {
        return new Node(id, type, inputs, Optional.of(text), stage, models);
    }

    /** The same node with that model among those it is known to load, instead of any other of the same name. */
    public Node knowing(Optional<EmbeddedModel> model) {
        var others = models.stream()
                .filter(known ->
                        model.filter(added -> added.name().equals(known.name())).isEmpty());
        return new Node(
                id,
                type,
                inputs,
                title,
                stage,
                Stream.concat(others, model.stream()).toList());
    }
}
