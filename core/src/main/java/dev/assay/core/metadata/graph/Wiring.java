package dev.assay.core.metadata.graph;

import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;

/** Follows links past nodes that only pass on: switches to what they choose, bundles to what they hold. */
final class Wiring {

    private static final int MAX_HOPS = 100;

    /** Links looked at for one answer; a hostile graph forks at each. */
    private static final int MAX_STEPS = 1000;

    private final Map<String, ApiNode> nodes;
    private int steps;

    /**
     * @param nodes by their number; more may be put there later
     */
    Wiring(Map<String, ApiNode> nodes) {
        this.nodes = nodes;
    }

    /**
     * Where a link comes from.
     *
     * @param slot the place among the node's outputs
     */
    record Origin(ApiNode node, long slot) {}

    /** A link is a pair of a node's number and a place among its outputs. */
    Optional<Origin> origin(Json input) {
        if (!(input instanceof Json.Arr(var pair)) || pair.size() != 2 || !(pair.get(1) instanceof Json.Num slot)) {
            return Optional.empty();
        }
        var node = pair.getFirst().scalar().map(nodes::get);
        return node.map(found -> new Origin(found, slot.integer().orElse(0L)));
    }

    Json follow(Json input) {
        steps = 0;
        return follow(input, 0);
    }

    private Json follow(Json input, int hops) {
        var at = input;
        for (int hop = hops; hop < MAX_HOPS && ++steps < MAX_STEPS; hop++) {
            var origin = origin(at);
            if (origin.isEmpty()) {
                return at;
            }
            var output = NodeOutputs.of(origin.get().node(), origin.get().slot());
            var next = output.isPresent() ? passed(origin.get().node(), output.get(), hop + 1) : Optional.<Json>empty();
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return Json.none();
    }

    /** What a node gives on; empty where it makes something of its own, or nobody can tell what it chooses. */
    private Optional<Json> passed(ApiNode node, NodeOutput output, int hops) {
        return switch (output) {
            case NodeOutput.Passed(var input, var key) ->
                Optional.of(
                        input.isEmpty()
                                ? value(node, key, hops)
                                : key.isEmpty() ? node.input(input) : held(node.input(input), key, hops));
            case NodeOutput.ByFlag(var flag, var yes, var no) ->
                literal(node, flag, hops).bool().map(chosen -> node.input(chosen ? yes : no));
            case NodeOutput.ByNumber(var number, var prefix, var start) ->
                literal(node, number, hops).integer().map(chosen -> node.input(prefix + Math.max(chosen, start)));
            case NodeOutput.First(var prefix, var key) -> first(node, prefix, key, hops);
            case NodeOutput.Merged(var prefix, var key) ->
                key.isEmpty() ? Optional.empty() : Optional.of(merged(node, prefix, key, hops));
            case NodeOutput.Joined _, NodeOutput.Texts _ -> Optional.empty();
        };
    }

    private Json literal(ApiNode node, String input, int hops) {
        return follow(node.input(input), hops);
    }

    private Optional<Json> first(ApiNode node, String prefix, String key, int hops) {
        return node.inputs().entrySet().stream()
                .filter(input ->
                        input.getKey().startsWith(prefix) && !input.getValue().isNull())
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .findFirst()
                .map(input -> key.isEmpty() ? input : held(input, key, hops));
    }

    private Json merged(ApiNode node, String prefix, String key, int hops) {
        return node.inputs().entrySet().stream()
                .filter(input -> input.getKey().startsWith(prefix))
                .sorted(Map.Entry.<String, Json>comparingByKey().reversed())
                .map(input -> held(input.getValue(), key, hops + 1))
                .filter(value -> !value.isNull())
                .findFirst()
                .orElse(Json.none());
    }

    /** What the bundle that comes from there holds. */
    private Json held(Json input, String key, int hops) {
        return origin(follow(input, hops))
                .map(origin -> value(origin.node(), key, hops + 1))
                .orElse(Json.none());
    }

    Json value(ApiNode node, String name) {
        steps = 0;
        return value(node, name, 0);
    }

    /** The node's own input of that name, or what the bundle that it gets holds under it. */
    private Json value(ApiNode node, String name, int hops) {
        if (node.has(name) || hops >= MAX_HOPS) {
            return node.input(name);
        }
        if (NodeOutputs.of(node, 0).orElse(null) instanceof NodeOutput.Merged(var prefix, var _)) {
            return steps < MAX_STEPS ? merged(node, prefix, name, hops) : Json.none();
        }
        return node.bundle().isEmpty() ? Json.none() : held(node.input(node.bundle()), name, hops + 1);
    }
}
