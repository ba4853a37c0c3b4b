package dev.assay.core.workflow.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.NodeId;

/**
 * The nodes and links of one level: the root, or one instance of a subgraph.
 *
 * @param outer where the instance stands; empty for the root
 * @param definition the level as the file has it
 * @param children the levels inside, by the id of the node that stands for them
 */
record UiScope(
        Optional<Outer> outer,
        Json definition,
        Map<String, UiNode> nodes,
        Map<String, UiLink> links,
        Map<String, UiScope> children) {

    /** The node that stands for this level, in the level around. */
    record Outer(UiScope scope, UiNode instance) {}

    static UiScope of(Optional<Outer> outer, Json definition) {
        Map<String, UiNode> nodes = new LinkedHashMap<>();
        for (var json : definition.at("nodes").items()) {
            UiNode.read(json).ifPresent(node -> nodes.put(node.id(), node));
        }
        Map<String, UiLink> links = new HashMap<>();
        for (var json : definition.at("links").items()) {
            UiLink.read(json).ifPresent(link -> links.put(link.id(), link));
        }
        return new UiScope(outer, definition, nodes, links, new HashMap<>());
    }

    /** What the engine is told the node is called. */
    NodeId id(UiNode node) {
        return outer.map(around -> around.scope().id(around.instance()).inner(node.id()))
                .orElseGet(() -> new NodeId(node.id()));
    }

    /** The link to the subgraph's own output at that place. */
    Optional<UiLink> toOutput(int slot) {
        return links.values().stream()
                .filter(link -> link.target().equals(UiLink.SUBGRAPH_OUTPUT) && link.targetSlot() == slot)
                .findFirst();
    }

    /** The place, on the node that stands for this level, of the subgraph's own input at that place. */
    int outerInput(int slot) {
        var name = definition.at("inputs").at(slot).at("name").text().orElse("");
        var byName = outer.map(around -> around.instance().indexOf(name)).orElse(-1);
        return byName >= 0 ? byName : slot;
    }
}
