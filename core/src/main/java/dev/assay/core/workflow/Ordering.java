package dev.assay.core.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts nodes behind those they get something from, without recursion: a chain from outside may be long. */
final class Ordering {

    private Ordering() {}

    /** The nodes in order; those of a cycle, and those behind it, are missing. */
    static List<Node> of(Graph graph) {
        Map<NodeId, Integer> open = new HashMap<>();
        Map<NodeId, List<Node>> targets = new HashMap<>();
        for (var node : graph.nodes()) {
            var sources = node.links()
                    .map(Input.Link::source)
                    .filter(graph.byId()::containsKey)
                    .toList();
            open.put(node.id(), sources.size());
            sources.forEach(source ->
                    targets.computeIfAbsent(source, _ -> new ArrayList<>()).add(node));
        }
        Deque<Node> ready = new ArrayDeque<>();
        graph.nodes().stream()
                .filter(node -> open.getOrDefault(node.id(), 0) == 0)
                .forEach(ready::add);
        List<Node> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            var node = ready.remove();
            order.add(node);
            for (var target : targets.getOrDefault(node.id(), List.of())) {
                if (open.merge(target.id(), -1, Integer::sum) == 0) {
                    ready.add(target);
                }
            }
        }
        return order;
    }
}
