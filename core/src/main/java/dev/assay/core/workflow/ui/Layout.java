package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.InputType;

/** Places nodes in columns, so that every link runs from left to right and nothing overlaps. */
final class Layout {

    private static final int COLUMN_GAP = 80;
    private static final int ROW_GAP = 50;
    private static final int WIDTH = 320;
    private static final int WIDE = 420;

    // Sizes of the current renderer, which draws slots and widgets higher than the old one did.
    private static final int FRAME = 40;
    private static final int SLOT = 24;
    private static final int WIDGET = 36;
    private static final int TEXT_BOX = 160;
    private static final int PICTURE = 320;

    private final Map<NodeId, Box> boxes = new HashMap<>();

    private Layout() {}

    /** Places the nodes, which must be in topological order. */
    static Layout of(List<Shape> shapes) {
        var layout = new Layout();
        layout.place(columns(shapes));
        return layout;
    }

    Box of(NodeId node) {
        return boxes.getOrDefault(node, new Box(0, 0, WIDTH, FRAME));
    }

    private static Map<Integer, List<Shape>> columns(List<Shape> shapes) {
        var depths = depths(shapes.stream().map(Shape::node).toList());
        Map<Integer, List<Shape>> columns = new TreeMap<>();
        for (var shape : shapes) {
            columns.computeIfAbsent(depths.getOrDefault(shape.node().id(), 0), _ -> new ArrayList<>())
                    .add(shape);
        }
        return columns;
    }

    /** As far left as links allow; but what needs nothing stands right before the first that needs it. */
    private static Map<NodeId, Integer> depths(List<Node> nodes) {
        Map<NodeId, Integer> depths = new HashMap<>();
        for (var node : nodes) {
            var depth = node.links()
                    .mapToInt(link -> depths.getOrDefault(link.source(), -1))
                    .max();
            depths.put(node.id(), depth.orElse(-1) + 1);
        }
        Map<NodeId, Integer> firstTarget = new HashMap<>();
        for (var node : nodes) {
            node.links()
                    .forEach(link -> firstTarget.merge(link.source(), depths.getOrDefault(node.id(), 0), Math::min));
        }
        nodes.stream()
                .filter(node -> node.links().findAny().isEmpty())
                .forEach(node -> depths.put(node.id(), firstTarget.getOrDefault(node.id(), 1) - 1));
        return depths;
    }

    private void place(Map<Integer, List<Shape>> columns) {
        var x = 0;
        for (var column : columns.values()) {
            var y = 0;
            var width = column.stream().mapToInt(Layout::width).max().orElse(WIDTH);
            for (var shape : sorted(column)) {
                var box = new Box(x, y, width(shape), height(shape));
                boxes.put(shape.node().id(), box);
                y += box.height() + ROW_GAP + Box.TITLE;
            }
            x += width + COLUMN_GAP;
        }
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

    private static int width(Shape shape) {
        return shape.hasText() || showsPicture(shape) ? WIDE : WIDTH;
    }

    private static int height(Shape shape) {
        var slots = Math.max(shape.slots().size(), shape.definition().outputs().size());
        var boxes = (int) shape.widgets().stream().filter(Shape::isTextBox).count();
        var lines = shape.widgets().size()
                - boxes
                + (int) shape.widgets().stream()
                        .filter(widget -> widget.controlled())
                        .count();
        return FRAME + slots * SLOT + lines * WIDGET + boxes * TEXT_BOX + (showsPicture(shape) ? PICTURE : 0);
    }

    private static boolean showsPicture(Shape shape) {
        var takesImages = shape.definition().inputs().stream()
                .anyMatch(input -> input.type() instanceof InputType.Socket(var type)
                        && (type.equals("IMAGE") || type.equals("VIDEO")));
        return (shape.definition().output() && takesImages)
                || shape.node().type().equals("LoadImage");
    }
}
