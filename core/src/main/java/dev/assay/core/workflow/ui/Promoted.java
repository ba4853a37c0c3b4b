package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * Widgets of inner nodes that are shown on the node that stands for their subgraph, which then holds their values.
 *
 * <p>{@code properties.proxyWidgets} lists them as {@code [node, widget]}, in the order of {@code widgets_values}; the
 * node is {@code -1} for a widget of the subgraph's own input. Without such a list they are the node's widget inputs.
 */
final class Promoted {

    private static final String OWN_INPUT = "-1";

    /** One promoted widget and its value. */
    private record Entry(String node, String widget, Json value) {}

    private Promoted() {}

    /** The value for an inner input that is linked to the subgraph's own input at that place. */
    static Optional<Json> value(UiScope scope, int slot, UiNode node, UiNode.Slot input) {
        var own = scope.definition().at("inputs").at(slot).at("name").text().orElse("");
        var inner = input.widget().orElse(input.name());
        return entries(scope).stream()
                .filter(entry -> (entry.node.equals(OWN_INPUT) && entry.widget.equals(own))
                        || (entry.node.equals(node.id()) && entry.widget.equals(inner)))
                .map(Entry::value)
                .findFirst();
    }

    /** The value for a widget of an inner node that is promoted by itself. */
    static Optional<Json> value(UiScope scope, UiNode node, String widget) {
        return entries(scope).stream()
                .filter(entry -> entry.node.equals(node.id()) && entry.widget.equals(widget))
                .map(Entry::value)
                .findFirst();
    }

    private static List<Entry> entries(UiScope scope) {
        return scope.outer().map(outer -> entries(outer.instance())).orElse(List.of());
    }

    private static List<Entry> entries(UiNode instance) {
        var listed = instance.raw().at("properties").at("proxyWidgets").items();
        List<Entry> entries = new ArrayList<>();
        if (listed.isEmpty()) {
            instance.inputs().stream()
                    .filter(input -> input.widget().isPresent())
                    .forEach(input -> add(
                            entries, OWN_INPUT, input.name(), instance.values().at(entries.size())));
        }
        for (int i = 0; i < listed.size(); i++) {
            var entry = listed.get(i);
            var value = instance.values().at(i);
            add(entries, entry.at(0).scalar().orElse(""), entry.at(1).text().orElse(""), value);
        }
        // A value that is not there stays where it was: in the inner node.
        return entries.stream().filter(entry -> !entry.value.isNull()).toList();
    }

    private static void add(List<Entry> entries, String node, String widget, Json value) {
        entries.add(new Entry(node, widget, value));
    }
}
