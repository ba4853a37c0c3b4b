package dev.assay.core.workflow.needs;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.core.workflow.model.ModelReference;
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

    /** A node of a canvas; its values are put together only where some of them may name a model. */
    static SeenNode of(UiInventory.Item item, ModelInputs table) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        var virtual = item.virtual();
        var values = item.raw().at("widgets_values");
        if (!virtual && (table.knows(item.type()) || item.hasValuesElsewhere() || ModelReference.mayBeIn(values))) {
            item.values().forEach((name, value) -> inputs.put(name, new Input.Literal(value)));
        }
        return new SeenNode(
                Node.of(item.id(), item.type(), inputs),
                item.active(),
                virtual,
                item.raw().at("properties"),
                values);
    }

    String type() {
        return node.type();
    }
}
