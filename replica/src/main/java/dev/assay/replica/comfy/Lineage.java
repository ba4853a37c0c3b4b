package dev.assay.replica.comfy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.assay.core.json.Json;

/** What each node of a prompt gets something from; the prompt was checked, so that there is no circle. */
final class Lineage {

    private final Json prompt;
    private final Map<String, String> keys = new HashMap<>();

    Lineage(Json prompt) {
        this.prompt = prompt;
    }

    /** The nodes that these need, in the order in which they can run, and then these. */
    List<String> order(List<String> nodes) {
        Set<String> order = new LinkedHashSet<>();
        nodes.forEach(node -> visit(node, order));
        return List.copyOf(order);
    }

    private void visit(String node, Set<String> order) {
        if (!order.contains(node)) {
            sources(node).forEach(source -> visit(source, order));
            order.add(node);
        }
    }

    /** Everything that a node needs, the nearest first. */
    List<String> above(String node) {
        return new ArrayList<>(order(List.of(node))).reversed();
    }

    private List<String> sources(String node) {
        return prompt.at(node).at("inputs").members().values().stream()
                .filter(InputCheck::isLink)
                .map(link -> link.at(0).text().orElse(""))
                .filter(prompt::has)
                .toList();
    }

    /** What a node is, with all that it needs: equal keys give equal results, whatever the nodes are called. */
    String key(String node) {
        var known = keys.get(node);
        if (known != null) {
            return known;
        }
        var key = new StringBuilder(prompt.at(node).at("class_type").text().orElse(""));
        prompt.at(node).at("inputs").members().forEach((name, value) -> {
            key.append('|').append(name).append('=');
            if (InputCheck.isLink(value)) {
                key.append(
                        Integer.toHexString(key(value.at(0).text().orElse("")).hashCode()));
                key.append(value.at(1).write());
            } else {
                key.append(value.write());
            }
        });
        keys.put(node, key.toString());
        return key.toString();
    }
}
