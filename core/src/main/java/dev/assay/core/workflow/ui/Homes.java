package dev.assay.core.workflow.ui;

import java.util.HashMap;
import java.util.Map;

import dev.assay.core.workflow.definition.InputType;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** Finds where the values of nodes stand in the file. */
final class Homes {

    private final NodeDefinitions definitions;

    Homes(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    /** Where the values of a node stand: in itself, in the node that stands for its subgraph, or in one that gives them. */
    Map<String, Home> of(UiScope scope, UiNode node) {
        Map<String, Home> homes = new HashMap<>();
        values(node)
                .places()
                .forEach((name, place) ->
                        homes.put(name, Promoted.value(scope, node, name).orElse(new Home(scope, node, place))));
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            var name = node.inputs().get(slot).name();
            LinkResolver.into(scope, node, slot).home().ifPresent(home -> homes.put(name, home));
        }
        return homes;
    }

    WidgetValues.Named values(UiNode node) {
        return WidgetValues.of(node, definitions.find(node.type()));
    }

    /** Whether the front end resolves dynamic prompts in that input. */
    boolean isDynamic(String type, String input) {
        return definitions.find(type).stream()
                .flatMap(known -> known.inputs().stream())
                .anyMatch(known -> known.name().equals(input)
                        && known.type() instanceof InputType.Text(var _, var dynamic)
                        && dynamic);
    }
}
