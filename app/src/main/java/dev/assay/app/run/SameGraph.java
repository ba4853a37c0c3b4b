package dev.assay.app.run;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.definition.NodeDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;
import org.jspecify.annotations.Nullable;

/**
 * Whether two graphs are the same job: the same nodes, linked the same way, with the same values in ComfyUI's own nodes.
 * Custom nodes write into their own values while they run (wildcards, random seeds), so that theirs do not count.
 */
final class SameGraph {

    private final NodeDefinitions definitions;

    SameGraph(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    boolean is(Graph one, Graph other) {
        return one.byId().keySet().equals(other.byId().keySet())
                && one.nodes().stream()
                        .allMatch(node -> other.find(node.id())
                                .filter(twin -> is(node, twin))
                                .isPresent());
    }

    private boolean is(Node one, Node other) {
        if (!one.type().equals(other.type())) {
            return false;
        }
        var values = definitions.find(one.type()).filter(NodeDefinition::core).isPresent();
        return one.inputs().entrySet().stream()
                .allMatch(input -> same(input.getValue(), other.inputs().get(input.getKey()), values));
    }

    private static boolean same(Input one, @Nullable Input other, boolean values) {
        return switch (one) {
            case Input.Link link -> link.equals(other);
            case Input.Literal(var value) -> !values || (other instanceof Input.Literal(var twin) && same(value, twin));
        };
    }

    /** The server turns texts into numbers and whole numbers into decimals where an input takes them. */
    private static boolean same(Json one, Json other) {
        var left = one.decimal();
        var right = other.decimal();
        if (left.isPresent() && right.isPresent()) {
            return left.get().compareTo(right.get()) == 0;
        }
        return one.equals(other) || (one.scalar().isPresent() && one.scalar().equals(other.scalar()));
    }
}
