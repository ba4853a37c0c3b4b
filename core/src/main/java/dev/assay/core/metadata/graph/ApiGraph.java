package dev.assay.core.metadata.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.assay.core.json.Json;

/**
 * A graph in API format, as far as reading it needs. Its links are followed past everything that only passes on. It may be
 * hostile: cyclic, huge, or full of dead links.
 */
final class ApiGraph {

    private static final int MAX_NODES = 5_000;

    private final Map<String, ApiNode> nodes = new LinkedHashMap<>();
    private final Wiring wiring = new Wiring(nodes);

    ApiGraph(Json prompt) {
        prompt.members().forEach((id, node) -> {
            var type = node.at("class_type").text();
            if (type.isPresent() && nodes.size() < MAX_NODES) {
                nodes.put(id, ApiNode.of(id, type.get(), node.at("inputs").members()));
            }
        });
    }

    Collection<ApiNode> nodes() {
        return nodes.values();
    }

    /** What an input gets in the end: a value, or a link to a node that makes something. */
    Json follow(Json input) {
        return wiring.follow(input);
    }

    /** What a node's input of that name gets in the end, or what the bundle that it gets holds under it. */
    Json value(ApiNode node, String name) {
        return wiring.follow(wiring.value(node, name));
    }

    /** Where an input comes from in the end. */
    Optional<Wiring.Origin> origin(Json input) {
        return wiring.origin(wiring.follow(input));
    }

    /** The node that an input comes from in the end. */
    Optional<ApiNode> source(Json input) {
        return origin(input).map(Wiring.Origin::node);
    }

    /** The nodes that nobody takes anything from: where a graph ends. */
    List<ApiNode> ends() {
        Set<String> taken = new HashSet<>();
        for (var node : nodes.values()) {
            for (var input : node.inputs().values()) {
                wiring.origin(input).ifPresent(origin -> taken.add(origin.node().id()));
            }
        }
        return nodes.values().stream()
                .filter(node -> !taken.contains(node.id()))
                .toList();
    }

    List<ApiNode> sources(ApiNode node) {
        return sources(node, _ -> true);
    }

    private List<ApiNode> sources(ApiNode node, Predicate<String> inputs) {
        List<ApiNode> found = new ArrayList<>();
        node.inputs().forEach((name, input) -> {
            if (input instanceof Json.Arr && inputs.test(name)) {
                source(input).ifPresent(found::add);
            }
        });
        return found;
    }

    /** The nearest nodes of a kind upstream of an input; nothing behind them is looked at. */
    List<ApiNode> nearest(Json input, Predicate<ApiNode> wanted) {
        return source(input).map(start -> nearest(start, wanted, _ -> true)).orElse(List.of());
    }

    /** The same, from a node on, which may be the one, by way of some inputs only. */
    List<ApiNode> nearest(ApiNode start, Predicate<ApiNode> wanted, Predicate<String> inputs) {
        return upTo(start, wanted, inputs).stream().filter(wanted).toList();
    }

    /** The nodes upstream of a node, itself included, up to those of a kind; nearest first. */
    List<ApiNode> upTo(ApiNode start, Predicate<ApiNode> kind, Predicate<String> inputs) {
        List<ApiNode> visited = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(start.id()));
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            var node = queue.removeFirst();
            visited.add(node);
            if (!kind.test(node)) {
                sources(node, inputs).stream()
                        .filter(source -> seen.add(source.id()))
                        .forEach(queue::addLast);
            }
        }
        return visited;
    }

    /** A node and all that it needs, each behind what it needs itself, so that LoRAs come in the order they apply. */
    List<ApiNode> upstream(ApiNode end) {
        Set<ApiNode> done = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        var stack = new ArrayDeque<>(List.of(end));
        while (!stack.isEmpty()) {
            var node = stack.peek();
            if (seen.add(node.id())) {
                sources(node).reversed().stream()
                        .filter(source -> !seen.contains(source.id()))
                        .forEach(stack::push);
            } else {
                done.add(stack.pop());
            }
        }
        return List.copyOf(done);
    }
}
