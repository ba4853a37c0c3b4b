package dev.assay.core.workflow.needs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;

/**
 * Opens group nodes of the old kind: the file keeps what is in them under {@code extra.groupNodes}, and the values of all
 * of them, one after the other, on the node that stands for them.
 */
final class GroupNodes {

    private static final int MAX_NODES = 10_000;

    private GroupNodes() {}

    /** The canvas with what is inside its group nodes beside them; for looking only. */
    static Json opened(Json canvas) {
        var groups = canvas.at("extra").at("groupNodes");
        if (groups.members().isEmpty()) {
            return canvas;
        }
        List<Json> nodes = new ArrayList<>();
        for (var node : canvas.at("nodes").items()) {
            nodes.add(node);
            var type = node.at("type").text().orElse("");
            if (type.startsWith("workflow>") || type.startsWith("workflow/")) {
                inside(node, groups.at(type.substring("workflow>".length())), nodes);
            }
            if (nodes.size() > MAX_NODES) {
                return canvas;
            }
        }
        Map<String, Json> members = new LinkedHashMap<>(canvas.members());
        members.put("nodes", Json.of(nodes));
        return new Json.Obj(members);
    }

    private static void inside(Json group, Json definition, List<Json> nodes) {
        var own = group.at("widgets_values").items();
        var inner = definition.at("nodes").items();
        var all = inner.stream()
                .mapToInt(node -> node.at("widgets_values").items().size())
                .sum();
        var at = 0;
        for (int i = 0; i < inner.size(); i++) {
            var count = inner.get(i).at("widgets_values").items().size();
            Map<String, Json> members = new LinkedHashMap<>(inner.get(i).members());
            members.put("id", Json.of(group.at("id").scalar().orElse("") + ':' + i));
            members.put("mode", group.at("mode"));
            members.remove("inputs");
            if (all == own.size() && count > 0) {
                members.put("widgets_values", Json.of(own.subList(at, at + count)));
            }
            at += count;
            nodes.add(new Json.Obj(members));
        }
    }
}
