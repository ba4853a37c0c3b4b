package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeId;

/**
 * The stages of a graph as blocks, one right of the other, and the columns inside each: so that a stage stands together
 * whatever it is linked to. Where links run back to an earlier stage, or there are no stages, all of it is one block.
 */
final class Blocks {

    private Blocks() {}

    /** The columns of each block, from left to right; the nodes must be in topological order. */
    static List<List<List<Shape>>> of(List<Shape> shapes) {
        // Nodes are numbered in the order in which they were drawn.
        var stages = shapes.stream()
                .sorted(Comparator.comparing(shape -> shape.node().id()))
                .map(Blocks::stage)
                .distinct()
                .toList();
        return runsBack(shapes, stages)
                ? List.of(columns(shapes))
                : stages.stream().map(stage -> columns(inStage(shapes, stage))).toList();
    }

    private static boolean runsBack(List<Shape> shapes, List<String> stages) {
        Map<NodeId, Integer> places = new HashMap<>();
        shapes.forEach(shape -> places.put(shape.node().id(), stages.indexOf(stage(shape))));
        return shapes.stream()
                .anyMatch(shape -> shape.node()
                        .links()
                        .anyMatch(link -> places.getOrDefault(link.source(), 0) > stages.indexOf(stage(shape))));
    }

    private static List<Shape> inStage(List<Shape> shapes, String stage) {
        return shapes.stream().filter(shape -> stage(shape).equals(stage)).toList();
    }

    private static String stage(Shape shape) {
        return shape.node().stage().orElse("");
    }

    /** As far left as links inside the block allow; but what needs nothing of it stands right before what needs it. */
    private static List<List<Shape>> columns(List<Shape> block) {
        Map<NodeId, Integer> depths = new HashMap<>();
        for (var shape : block) {
            var depth = shape.node()
                    .links()
                    .mapToInt(link -> depths.getOrDefault(link.source(), -1))
                    .max();
            depths.put(shape.node().id(), depth.orElse(-1) + 1);
        }
        Map<NodeId, Integer> firstTarget = new HashMap<>();
        for (var shape : block) {
            var depth = depths.getOrDefault(shape.node().id(), 0);
            shape.node().links().map(Input.Link::source).forEach(source -> firstTarget.merge(source, depth, Math::min));
        }
        block.stream()
                .map(shape -> shape.node().id())
                .filter(id -> depths.getOrDefault(id, 0) == 0)
                .forEach(id -> depths.put(id, firstTarget.getOrDefault(id, 1) - 1));
        Map<Integer, List<Shape>> columns = new TreeMap<>();
        block.forEach(shape -> columns.computeIfAbsent(
                        depths.getOrDefault(shape.node().id(), 0), _ -> new ArrayList<>())
                .add(shape));
        return List.copyOf(columns.values());
    }
}
