package dev.assay.core.workflow.ui;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.assay.core.json.Json;

/** Writes one graph. */
final class UiWriter {

    private final List<Shape> shapes;
    private final Numbers numbers;
    private final Layout layout;
    private final Wires wires;

    /** The nodes must be in topological order, and every link must lead to one of them. */
    UiWriter(List<Shape> shapes) {
        this.shapes = shapes;
        this.numbers =
                Numbers.of(shapes.stream().map(shape -> shape.node().id()).toList());
        this.layout = Layout.of(shapes);
        this.wires = Wires.of(shapes);
    }

    Json write(List<UiNote> notes) {
        var writer = new NodeWriter(numbers, layout, wires);
        List<Json> nodes = new ArrayList<>();
        shapes.forEach(shape -> nodes.add(writer.write(shape, nodes.size())));
        nodes.addAll(NoteWriter.write(notes, 0, 0, numbers.last() + 1L, nodes.size()));
        var links = wires.all().stream().map(this::link).toList();
        var groups = GroupWriter.write(shapes, layout);
        return Json.object()
                .put("id", identity(Json.of(List.of(Json.of(nodes), Json.of(links), Json.of(groups)))))
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

    /** The same content always goes by the same id. */
    private static String identity(Json content) {
        return UUID.nameUUIDFromBytes(content.write().getBytes(StandardCharsets.UTF_8))
                .toString();
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

    private static Json view(List<UiNote> notes) {
        return Json.object()
                .put("scale", new Json.Num("0.7"))
                .put("offset", List.of(Json.of(80 + NoteWriter.room(notes)), Json.of(120)))
                .build();
    }
}
