package dev.assay.core.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A workflow: nodes and the links between them. It may be wrong, as what comes from outside may be; {@code GraphCheck}
 * tells.
 *
 * @param byId all nodes, in order of appearance
 */
public record Graph(Map<NodeId, Node> byId) {

    public Graph {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /** A graph of these nodes; of two with the same id, the later one stays. */
    public static Graph of(Collection<Node> nodes) {
        Map<NodeId, Node> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        return new Graph(byId);
    }

    /** All nodes, in order of appearance. */
    public List<Node> nodes() {
        return List.copyOf(byId.values());
    }

    public Optional<Node> find(NodeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All nodes of that class, in order of appearance. */
    public List<Node> ofType(String type) {
        return byId.values().stream().filter(node -> node.type().equals(type)).toList();
    }

    /** The same graph with each node changed; the change must keep its id. */
    public Graph map(UnaryOperator<Node> change) {
        return of(byId.values().stream().map(change).toList());
    }

    /** All nodes, each behind those it gets something from; empty where there is a cycle. */
    public Optional<List<Node>> inOrder() {
        var order = new ArrayList<>(Ordering.of(this));
        return order.size() == byId.size() ? Optional.of(List.copyOf(order)) : Optional.empty();
    }
}
