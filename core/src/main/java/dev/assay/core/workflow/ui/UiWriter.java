package dev.assay.core.workflow.ui;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;

/** Writes one graph. */
final class UiWriter {

    private static final int NOTE_WIDTH = 460;
    private static final int NOTE_GAP = 80;
    private static final int NOTE_LINE = 22;
    private static final int LINE_LENGTH = 56;
    private static final int GROUP_MARGIN = 20;

    private final List<Shape> shapes;
    private final Numbers numbers;
    private final Map<NodeId, Box> boxes;
    private final Wires wires;

    /** The nodes must be in topological order, and every link must lead to one of them. */
    UiWriter(List<Shape> shapes) {
        this.shapes = shapes;
        this.numbers =
                Numbers.of(shapes.stream().map(shape -> shape.node().id()).toList());
        this.boxes = Layout.of(shapes);
        this.wires = Wires.of(shapes);
    }

    Json write(List<UiNote> notes) {
        List<Json> nodes = new ArrayList<>();
        shapes.forEach(shape -> nodes.add(node(shape, nodes.size())));
        nodes.addAll(notes(notes, nodes.size()));
        var links = wires.all().stream().map(this::link).toList();
        var groups = groups();
        var content = Json.of(List.of(Json.of(nodes), Json.of(links), Json.of(groups)))
                .write();
        return Json.object()
                .put(
                        "id",
                        UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("revision", 0)
                .put("last_node_id", numbers.last() + notes.size())
                .put("last_link_id", links.size())
                .put("nodes", nodes)
                .put("links", links)
                .put("groups", groups)
                .put("config", Json.object().build())
                .put("extra", Json.object().put("ds", view(notes)).build())
                .put("version", new Json.Num("0.4"))
                .build();
    }

    private Json node(Shape shape, int order) {
        var node = shape.node();
        var written = frame(
                        numbers.of(node.id()), node.type(), boxes.getOrDefault(node.id(), new Box(0, 0, 0, 0)), order)
                .put(
                        "inputs",
                        shape.slots().stream().map(slot -> input(shape, slot)).toList())
                .put("outputs", outputs(shape))
                .putIfPresent("title", node.title())
                .put("properties", properties(shape));
        return written.put("widgets_values", widgets(shape)).build();
    }

    private static JsonObjectBuilder frame(int number, String type, Box box, int order) {
        return Json.object()
                .put("id", number)
                .put("type", type)
                .put("pos", box.pos())
                .put("size", box.size())
                .put("flags", Json.object().build())
                .put("order", order)
                .put("mode", 0);
    }

    private Json input(Shape shape, InputDefinition slot) {
        var input = Json.object()
                .put("name", slot.name())
                .put("type", slot.type().linkType())
                .put(
                        "link",
                        wires.into(shape.node().id(), slot.name())
                                .map(wire -> Json.of(wire.number()))
                                .orElse(Json.none()));
        if (slot.type().isWidget()) {
            input.put("widget", Json.object().put("name", slot.name()).build());
        }
        return input.build();
    }

    private List<Json> outputs(Shape shape) {
        List<Json> outputs = new ArrayList<>();
        for (var output : shape.definition().outputs()) {
            var slot = outputs.size();
            outputs.add(Json.object()
                    .put("name", output.name())
                    .put("type", output.type())
                    .put(
                            "links",
                            wires.outOf(shape.node().id(), slot).stream()
                                    .map(wire -> Json.of(wire.number()))
                                    .toList())
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
        for (var widget : shape.widgets()) {
            var value = shape.node().literal(widget.name());
            values.add(value.isNull() ? widget.initial() : escaped(widget, value));
            if (widget.controlled()) {
                // The seed of the metadata must survive the first run.
                values.add(Json.of("fixed"));
            }
        }
        return values;
    }

    private static Json escaped(InputDefinition widget, Json value) {
        return widget.type() instanceof InputType.Text(var _, var dynamic)
                        && dynamic
                        && value instanceof Json.Str(var text)
                ? Json.of(DynamicPrompt.escape(text))
                : value;
    }

    private Json link(Wires.Wire wire) {
        return Json.of(List.of(
                Json.of(wire.number()),
                Json.of(numbers.of(wire.source())),
                Json.of(wire.sourceSlot()),
                Json.of(numbers.of(wire.target())),
                Json.of(wire.targetSlot()),
                Json.of(wire.type())));
    }

    private List<Json> notes(List<UiNote> notes, int order) {
        List<Json> written = new ArrayList<>();
        var y = 0;
        for (var note : notes) {
            var lines = note.text()
                    .lines()
                    .mapToInt(line -> 1 + line.length() / LINE_LENGTH)
                    .sum();
            var box = new Box(-NOTE_WIDTH - NOTE_GAP, y, NOTE_WIDTH, 60 + lines * NOTE_LINE);
            written.add(frame(numbers.last() + 1 + written.size(), "MarkdownNote", box, order + written.size())
                    .put("inputs", List.of())
                    .put("outputs", List.of())
                    .put("title", note.title())
                    .put("properties", Json.object().build())
                    .put("widgets_values", List.of(Json.of(note.text())))
                    .put("color", "#432")
                    .put("bgcolor", "#653")
                    .build());
            y += box.height() + NOTE_GAP;
        }
        return written;
    }

    /** A stage gets a frame where no node of another stage would come to stand in it. */
    private List<Json> groups() {
        Map<String, List<Box>> stages = new LinkedHashMap<>();
        Map<String, List<Box>> others = new HashMap<>();
        shapes.forEach(shape -> shape.node().stage().ifPresent(stage -> stages.put(stage, new ArrayList<>())));
        for (var shape : shapes) {
            var box = boxes.getOrDefault(shape.node().id(), new Box(0, 0, 0, 0));
            stages.forEach((stage, inside) -> {
                var isIn = shape.node().stage().filter(stage::equals).isPresent();
                (isIn ? inside : others.computeIfAbsent(stage, _ -> new ArrayList<>())).add(box);
            });
        }
        List<Json> groups = new ArrayList<>();
        stages.forEach((stage, inside) -> {
            var frame = Box.around(inside, GROUP_MARGIN);
            if (others.getOrDefault(stage, List.of()).stream().noneMatch(frame::touches)) {
                groups.add(group(groups.size() + 1, stage, frame));
            }
        });
        return groups;
    }

    private static Json group(int number, String title, Box frame) {
        return Json.object()
                .put("id", number)
                .put("title", title)
                .put("bounding", frame.bounding())
                .put("color", "#3f789e")
                .put("font_size", 24)
                .put("flags", Json.object().build())
                .build();
    }

    private static Json view(List<UiNote> notes) {
        var left = notes.isEmpty() ? 0 : NOTE_WIDTH + NOTE_GAP;
        return Json.object()
                .put("scale", new Json.Num("0.7"))
                .put("offset", List.of(Json.of(left + 80), Json.of(120)))
                .build();
    }
}
