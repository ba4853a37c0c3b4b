package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeId;
import org.jspecify.annotations.Nullable;

/** The links of a graph, numbered from 1. */
final class Wires {

    record Wire(int number, NodeId source, int sourceSlot, NodeId target, int targetSlot, String type) {}

    /** An input or an output of a node. */
    private record End(NodeId node, int slot) {}

    private final List<Wire> all = new ArrayList<>();
    private final Map<End, Wire> into = new HashMap<>();
    private final Map<End, List<Wire>> outOf = new HashMap<>();

    private Wires() {}

    static Wires of(List<Shape> shapes) {
        Map<NodeId, Shape> byId = new HashMap<>();
        shapes.forEach(shape -> byId.put(shape.node().id(), shape));
        var wires = new Wires();
        for (var target : shapes) {
            for (int slot = 0; slot < target.slots().size(); slot++) {
                var input = target.node().inputs().get(target.slots().get(slot).name());
                if (input instanceof Input.Link link) {
                    wires.add(link, target.node().id(), slot, type(byId.get(link.source()), link.slot()));
                }
            }
        }
        return wires;
    }

    private static String type(@Nullable Shape source, int slot) {
        return source == null ? "*" : source.definition().outputs().get(slot).type();
    }

    private void add(Input.Link link, NodeId target, int slot, String type) {
        var wire = new Wire(all.size() + 1, link.source(), link.slot(), target, slot, type);
        all.add(wire);
        into.put(new End(target, slot), wire);
        outOf.computeIfAbsent(new End(link.source(), link.slot()), _ -> new ArrayList<>())
                .add(wire);
    }

    List<Wire> all() {
        return all;
    }

    Optional<Wire> into(NodeId target, int slot) {
        return Optional.ofNullable(into.get(new End(target, slot)));
    }

    List<Wire> outOf(NodeId source, int slot) {
        return outOf.getOrDefault(new End(source, slot), List.of());
    }
}
