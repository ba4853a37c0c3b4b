package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;

/** Opens all subgraphs of a workflow, within bounds: definitions from outside may contain themselves. */
final class Subgraphs {

    private static final int MAX_NODES = 20_000;
    private static final int MAX_LINKS = 200_000;
    private static final int MAX_DEPTH = 30;

    /** Subgraphs go by UUIDs, and classes do not. */
    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, Json> definitions = new HashMap<>();
    private final List<UiScope> scopes = new ArrayList<>();
    private final List<Unclear> unclear = new ArrayList<>();
    private final boolean inactiveToo;
    private int nodes;
    private int links;

    private Subgraphs(boolean inactiveToo) {
        this.inactiveToo = inactiveToo;
    }

    /** Opens those that take part; {@link #tooLarge} must be asked before anything else. */
    static Subgraphs open(Json workflow) {
        return open(workflow, false);
    }

    /** Opens all of them, also what is muted or bypassed; {@link #tooLarge} must be asked before anything else. */
    static Subgraphs openAll(Json workflow) {
        return open(workflow, true);
    }

    private static Subgraphs open(Json workflow, boolean inactiveToo) {
        var subgraphs = new Subgraphs(inactiveToo);
        for (var definition : workflow.at("definitions").at("subgraphs").items()) {
            definition.at("id").text().ifPresent(id -> subgraphs.definitions.put(id, definition));
        }
        subgraphs.open(UiScope.of(Optional.empty(), workflow), Set.of());
        return subgraphs;
    }

    private void open(UiScope scope, Set<String> path) {
        scopes.add(scope);
        nodes += scope.nodes().size();
        links += scope.links().size();
        for (var node : scope.nodes().values()) {
            var definition = definitions.get(node.type());
            if (definition == null && IDENTITY.matcher(node.type()).matches()) {
                unclear.add(new Unclear(scope.id(node), node.type(), Unclear.Reason.BROKEN_SUBGRAPH));
            }
            if (definition == null || !isOpened(node) || tooLarge()) {
                continue;
            }
            if (path.contains(node.type()) || path.size() >= MAX_DEPTH) {
                unclear.add(new Unclear(scope.id(node), node.type(), Unclear.Reason.BROKEN_SUBGRAPH));
                continue;
            }
            var inner = UiScope.of(Optional.of(new UiScope.Outer(scope, node)), definition);
            scope.children().put(node.id(), inner);
            Set<String> deeper = new HashSet<>(path);
            deeper.add(node.type());
            open(inner, deeper);
        }
    }

    private boolean isOpened(UiNode node) {
        return inactiveToo || node.mode() == UiNode.Mode.ACTIVE;
    }

    boolean tooLarge() {
        return nodes > MAX_NODES || links > MAX_LINKS;
    }

    /** Whether the node stands for a subgraph. */
    boolean isInstance(UiNode node) {
        return definitions.containsKey(node.type());
    }

    List<UiScope> scopes() {
        return scopes;
    }

    List<Unclear> unclear() {
        return unclear;
    }
}
