package dev.assay.core.workflow.ui;

import dev.assay.core.json.Json;

/**
 * Where a value stands in the file.
 *
 * @param place in the node's {@code widgets_values}: an index, or a name where they stand by name
 */
record Home(UiScope scope, UiNode node, String place) {

    Json value() {
        return at(node.values(), place);
    }

    static Json at(Json values, String place) {
        return values instanceof Json.Arr(var items) ? Json.of(items).at(Integer.parseInt(place)) : values.at(place);
    }
}
