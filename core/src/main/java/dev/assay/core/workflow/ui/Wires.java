package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeId;

/** The links of a graph, numbered from 1. */
final class Wires {

    record Wire(int number, NodeId source, int sourceSlot, NodeId target, int targetSlot, String input, String type) {}

    private final List<Wire> all = new ArrayList<>();

    private Wires() {}

    static Wires of(List<Shape> shapes) {
        var wires = new Wires();
        for (var target : shapes) {
            for (int slot = 0; slot < target.slots().size(); slot++) {
                var input = target.slots().get(slot).name();
                if (target.node().inputs().get(input) instanceof Input.Link(var source, var sourceSlot)) {
                    var type = type(shapes, source, sourceSlot);
                    wires.all.add(new Wire(
                            wires.all.size() + 1,
                            source,
                            sourceSlot,
                            target.node().id(),
                            slot,
                            input,
                            type));
                }
            }
        }
        return wires;
    }

    private static String type(List<Shape> shapes, NodeId source, int slot) {
        return shapes.stream()
                .filter(shape -> shape.node().id().equals(source))
                .map(shape -> shape.definition().outputs().get(slot).type())
                .findFirst()
                .orElse("*");
    }

    List<Wire> all() {
        return all;
    }

    Optional<Wire> into(NodeId target, String input) {
        return all.stream()
                .filter(wire -> wire.target().equals(target) && wire.input().equals(input))
                .findFirst();
    }

    List<Wire> outOf(NodeId source, int slot) {
        return all.stream()
                .filter(wire -> wire.source().equals(source) && wire.sourceSlot() == slot)
                .toList();
    }
}
