package dev.assay.core.workflow.ui;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeId;

/** Places nodes in blocks of columns, so that every link runs from left to right and nothing overlaps. */
final class Layout {

    private static final int BLOCK_GAP = 120;
    private static final int COLUMN_GAP = 80;
    private static final int ROW_GAP = 50;

    private final Map<NodeId, Box> boxes = new HashMap<>();

    private Layout() {}

    /** Places the nodes, which must be in topological order. */
    static Layout of(List<Shape> shapes) {
        var layout = new Layout();
        var x = 0;
        for (var block : Blocks.of(shapes)) {
            for (var column : block) {
                x += layout.place(column, x) + COLUMN_GAP;
            }
            x += BLOCK_GAP - COLUMN_GAP;
        }
        return layout;
    }

    Box of(NodeId node) {
        return boxes.getOrDefault(node, new Box(0, 0, 0, 0));
    }

    /** Returns the column's width. */
    private int place(List<Shape> column, int x) {
        var y = 0;
        for (var shape : sorted(column)) {
            var box = new Box(x, y, NodeSize.width(shape), NodeSize.height(shape));
            boxes.put(shape.node().id(), box);
            y += box.height() + ROW_GAP + Box.TITLE;
        }
        return column.stream().mapToInt(NodeSize::width).max().orElse(0);
    }

    /** By the mean height of what a node gets its inputs from, so that few links cross. */
    private List<Shape> sorted(List<Shape> column) {
        return column.stream()
                .sorted(Comparator.comparingDouble(shape -> shape.node()
                        .links()
                        .map(Input.Link::source)
                        .map(boxes::get)
                        .mapToDouble(box -> box == null ? 0 : box.y())
                        .average()
                        .orElse(0)))
                .toList();
    }
}
