package dev.assay.core.workflow.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Widgets of inner nodes that are shown on the node that stands for their subgraph, which then holds their values.
 *
 * <p>{@code properties.proxyWidgets} lists them as {@code [node, widget]}, in the order of {@code widgets_values}; the
 * node is {@code -1} for a widget of the subgraph's own input. Without such a list they are the node's widget inputs.
 */
final class Promoted {

    private static final String OWN_INPUT = "-1";

    /** One promoted widget, and where its value stands. */
    record Entry(String node, String widget, Home home) {}

    private Promoted() {}

    /** The value for an inner input that is linked to the subgraph's own input at that place. */
    static Optional<Home> value(UiScope scope, int slot, UiNode node, UiNode.Slot input) {
        var own = scope.definition().at("inputs").at(slot).at("name").text().orElse("");
        var inner = input.widget().orElse(input.name());
        return entries(scope).stream()
                .filter(entry -> (entry.node.equals(OWN_INPUT) && entry.widget.equals(own))
                        || (entry.node.equals(node.id()) && entry.widget.equals(inner)))
                .map(Entry::home)
                .findFirst();
    }

    /** The value for a widget of an inner node that is promoted by itself. */
    static Optional<Home> value(UiScope scope, UiNode node, String widget) {
        return entries(scope).stream()
                .filter(entry -> entry.node.equals(node.id()) && entry.widget.equals(widget))
                .map(Entry::home)
                .findFirst();
    }

    private static List<Entry> entries(UiScope scope) {
        return scope.outer()
                .map(outer -> entries(outer.scope(), outer.instance()))
                .orElse(List.of());
    }

    /** The promoted widgets of a node that stands for a subgraph. */
    static List<Entry> entries(UiScope scope, UiNode instance) {
        var listed = instance.raw().at("properties").at("proxyWidgets").items();
        List<Entry> entries = new ArrayList<>();
        if (listed.isEmpty()) {
            instance.inputs().stream()
                    .filter(input -> input.widget().isPresent())
                    .forEach(input ->
                            entries.add(new Entry(OWN_INPUT, input.name(), home(scope, instance, entries.size()))));
        }
        for (int i = 0; i < listed.size(); i++) {
            var entry = listed.get(i);
            entries.add(new Entry(
                    entry.at(0).scalar().orElse(""), entry.at(1).text().orElse(""), home(scope, instance, i)));
        }
        // A value that is not there stays where it was: in the inner node.
        return entries.stream().filter(entry -> !entry.home.value().isNull()).toList();
    }

    private static Home home(UiScope scope, UiNode instance, int place) {
        return new Home(scope, instance, Integer.toString(place));
    }
}
