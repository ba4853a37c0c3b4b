package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.assay.core.json.Json;

/** Writes a frame around each stage, unless a node of another stage would come to stand in it. */
final class GroupWriter {

    private static final int MARGIN = 20;

    /** Room for its own title, above those of the nodes. */
    private static final int HEAD = 30;

    private GroupWriter() {}

    static List<Json> write(List<Shape> shapes, Layout layout) {
        Set<String> stages = new LinkedHashSet<>();
        shapes.forEach(shape -> shape.node().stage().ifPresent(stages::add));
        List<Json> groups = new ArrayList<>();
        for (var stage : stages) {
            var frame = Box.around(boxes(shapes, layout, stage, true), MARGIN, HEAD);
            if (boxes(shapes, layout, stage, false).stream().noneMatch(frame::touches)) {
                groups.add(group(groups.size() + 1, stage, frame));
            }
        }
        return groups;
    }

    private static List<Box> boxes(List<Shape> shapes, Layout layout, String stage, boolean inside) {
        return shapes.stream()
                .filter(shape -> shape.node().stage().filter(stage::equals).isPresent() == inside)
                .map(shape -> layout.of(shape.node().id()))
                .toList();
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
}
