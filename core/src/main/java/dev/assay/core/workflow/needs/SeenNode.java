package dev.assay.core.workflow.needs;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.ui.UiInventory;

/**
 * A node of either format.
 *
 * @param node with its values
 * @param virtual whether only the front end knows it
 * @param properties what the front end noted; nothing in the API format
 * @param values as the file has them
 */
record SeenNode(Node node, boolean active, boolean virtual, Json properties, Json values) {

    static SeenNode of(Node executed) {
        return new SeenNode(executed, true, false, Json.none(), Json.none());
    }

    static SeenNode of(UiInventory.Item item) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        item.values().forEach((name, value) -> inputs.put(name, new Input.Literal(value)));
        return new SeenNode(
                Node.of(item.id(), item.type(), inputs),
                item.active(),
                item.virtual(),
                item.raw().at("properties"),
                item.raw().at("widgets_values"));
    }

    String type() {
        return node.type();
    }
}
