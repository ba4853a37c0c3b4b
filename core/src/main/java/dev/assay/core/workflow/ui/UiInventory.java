package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelReference;

/**
 * Every node of a workflow in UI format, whatever its mode and however deep in subgraphs, with the values that count for
 * it: for looking at what a workflow is made of, not for running it.
 */
public final class UiInventory {

    private final Subgraphs subgraphs;
    private final NodeDefinitions definitions;
    private final List<Item> items = new ArrayList<>();

    private UiInventory(Subgraphs subgraphs, NodeDefinitions definitions) {
        this.subgraphs = subgraphs;
        this.definitions = definitions;
    }

    /** One node. */
    public final class Item {

        private final UiScope scope;
        private final UiNode node;
        private final boolean active;

        private Item(UiScope scope, UiNode node, boolean active) {
            this.scope = scope;
            this.node = node;
            this.active = active;
        }

        public NodeId id() {
            return scope.id(node);
        }

        public String type() {
            return node.type();
        }

        /** Whether it takes part: neither it nor a subgraph around it is muted or bypassed. */
        public boolean active() {
            return active;
        }

        /** Whether only the front end knows it. */
        public boolean virtual() {
            return isVirtual(node.type());
        }

        /** The node as the file has it. */
        public Json raw() {
            return node.raw();
        }

        /** Whether some of its values may stand elsewhere in the file: in another node, or in that of its subgraph. */
        public boolean hasValuesElsewhere() {
            return scope.outer().isPresent()
                    || node.inputs().stream()
                            .anyMatch(input ->
                                    input.link().isPresent() && input.widget().isPresent());
        }

        /**
         * Its values, wherever they stand in the file; one whose input has no known name stands as {@code #0}, {@code #1},
         * and so on, by its place; what comes from another node over a link is left out.
         */
        public Map<String, Json> values() {
            return UiInventory.this.values(scope, node);
        }
    }

    /** Whether only the front end knows nodes of that class, so that no server lists it. */
    public static boolean isVirtual(String type) {
        return Virtual.of(type).isPresent();
    }

    /** All nodes in the order of the file; empty where there are too many. Nodes that stand for a subgraph are left out. */
    public static Optional<List<Item>> of(Json workflow, NodeDefinitions definitions) {
        var subgraphs = Subgraphs.openAll(workflow);
        if (subgraphs.tooLarge()) {
            return Optional.empty();
        }
        var inventory = new UiInventory(subgraphs, definitions);
        inventory.read();
        return Optional.of(List.copyOf(inventory.items));
    }

    private void read() {
        for (var scope : subgraphs.scopes()) {
            var around = isActive(scope);
            for (var node : nodes(scope)) {
                if (!subgraphs.isInstance(node)) {
                    items.add(new Item(scope, node, around && node.mode() == UiNode.Mode.ACTIVE));
                }
            }
        }
    }

    /** The front end gives a number to a node without one, and another to the second of two with one number; none is lost. */
    private static Collection<UiNode> nodes(UiScope scope) {
        var all = scope.definition().at("nodes").items();
        return all.size() == scope.nodes().size()
                ? scope.nodes().values()
                : IntStream.range(0, all.size())
                        .mapToObj(at -> UiNode.read(all.get(at), "#" + at))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static boolean isActive(UiScope scope) {
        return scope.outer()
                .map(outer -> outer.instance().mode() == UiNode.Mode.ACTIVE && isActive(outer.scope()))
                .orElse(true);
    }

    private Map<String, Json> values(UiScope scope, UiNode node) {
        Map<String, Json> values = new LinkedHashMap<>(
                WidgetValues.of(node, definitions.find(node.type())).byName());
        if (scope.outer().isPresent()) {
            values.replaceAll((name, own) ->
                    Promoted.value(scope, node, name).map(Home::value).orElse(own));
        }
        Set<String> nameless = new HashSet<>();
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            var input = node.inputs().get(slot);
            if (input.link().isPresent() && input.widget().isPresent()) {
                var name = input.widget().orElse(input.name());
                if (!values.containsKey(name) && ModelReference.mayBeNamedBy(name)) {
                    nameless.add(name);
                }
                linked(values, name, LinkResolver.into(scope, node, slot).value());
            }
        }
        if (!nameless.isEmpty()) {
            dropReplaced(values, nameless.size());
        }
        return values;
    }

    /**
     * Of a class that nobody knows it cannot be told which value a link replaces. Where there are no more values that look
     * like models than links into inputs that name some, it is all of them.
     */
    private static void dropReplaced(Map<String, Json> values, int links) {
        var models = values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("#"))
                .filter(entry ->
                        entry.getValue().text().filter(ModelReference::isFile).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (models.size() <= links) {
            models.forEach(values::remove);
        }
    }

    private static void linked(Map<String, Json> values, String name, Optional<Input> found) {
        switch (found.orElse(null)) {
            case null -> {}
            case Input.Literal(var value) -> values.put(name, value);
            case Input.Link _ -> values.remove(name);
        }
    }
}
