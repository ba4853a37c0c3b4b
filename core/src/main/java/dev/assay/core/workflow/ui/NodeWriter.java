package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;

/** Writes nodes. */
final class NodeWriter {

    private final Numbers numbers;
    private final Layout layout;
    private final Wires wires;

    NodeWriter(Numbers numbers, Layout layout, Wires wires) {
        this.numbers = numbers;
        this.layout = layout;
        this.wires = wires;
    }

    Json write(Shape shape, int order) {
        var node = shape.node();
        return frame(numbers.of(node.id()), node.type(), layout.of(node.id()), order)
                .put("inputs", inputs(shape))
                .put("outputs", outputs(shape))
                .putIfPresent("title", node.title())
                .put("properties", properties(shape))
                .put("widgets_values", widgets(shape))
                .build();
    }

    /** What every node has, and a note too. */
    static JsonObjectBuilder frame(long number, String type, Box box, int order) {
        return Json.object()
                .put("id", number)
                .put("type", type)
                .put("pos", box.pos())
                .put("size", box.size())
                .put("flags", Json.object().build())
                .put("order", order)
                .put("mode", 0);
    }

    private List<Json> inputs(Shape shape) {
        List<Json> inputs = new ArrayList<>();
        for (var slot : shape.slots()) {
            var link = wires.into(shape.node().id(), inputs.size());
            var input = Json.object()
                    .put("name", slot.name())
                    .put("type", slot.type().linkType())
                    .put("link", link.map(wire -> Json.of(wire.number())).orElse(Json.none()));
            if (slot.type().isWidget()) {
                input.put("widget", Json.object().put("name", slot.name()).build());
            }
            inputs.add(input.build());
        }
        return inputs;
    }

    private List<Json> outputs(Shape shape) {
        List<Json> outputs = new ArrayList<>();
        for (var output : shape.definition().outputs()) {
            var slot = outputs.size();
            var links = wires.outOf(shape.node().id(), slot);
            outputs.add(Json.object()
                    .put("name", output.name())
                    .put("type", output.type())
                    .put(
                            "links",
                            links.stream().map(wire -> Json.of(wire.number())).toList())
                    .put("slot_index", slot)
                    .build());
        }
        return outputs;
    }

    private static Json properties(Shape shape) {
        var properties = Json.object().put("Node name for S&R", shape.node().type());
        if (shape.definition().core()) {
            properties.put("cnr_id", "comfy-core");
        }
        // The front end names this version when it does not know the node: so it must be one that has it.
        if (!shape.definition().since().isEmpty()) {
            properties.put("ver", shape.definition().since());
        }
        var models = shape.node().models().stream()
                .filter(model -> !model.url().isBlank())
                .map(ModelEntry::write)
                .toList();
        if (!models.isEmpty()) {
            properties.put("models", models);
        }
        return properties.build();
    }

    private static List<Json> widgets(Shape shape) {
        List<Json> values = new ArrayList<>();
        for (var widget : known(shape)) {
            var value = shape.node().literal(widget.name());
            values.add(value.isNull() ? widget.initial() : escaped(widget, value));
            if (widget.controlled()) {
                // The seed of the metadata must survive the first run.
                values.add(Json.of("fixed"));
            }
        }
        return values;
    }

    /** Without those at the end that only newer versions have, and that the graph does not set. */
    private static List<InputDefinition> known(Shape shape) {
        var widgets = shape.widgets();
        var end = widgets.size();
        while (end > 0
                && !widgets.get(end - 1).since().isEmpty()
                && shape.node().literal(widgets.get(end - 1).name()).isNull()) {
            end--;
        }
        return widgets.subList(0, end);
    }

    private static Json escaped(InputDefinition widget, Json value) {
        return widget.type() instanceof InputType.Text(var _, var dynamic)
                        && dynamic
                        && value instanceof Json.Str(var text)
                ? Json.of(DynamicPrompt.escape(text))
                : value;
    }
}
