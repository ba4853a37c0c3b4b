package dev.assay.core.workflow.ui;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;
import dev.assay.core.workflow.definition.NodeDefinition;

/**
 * A node as it appears on the canvas.
 *
 * @param slots the inputs it shows as sockets: those that take links only, then the widgets that are linked
 * @param widgets its widgets, in order
 */
record Shape(Node node, NodeDefinition definition, List<InputDefinition> slots, List<InputDefinition> widgets) {

    static Shape of(Node node, NodeDefinition definition) {
        var inputs = definition.inputsFor(node::literal);
        var widgets = inputs.stream().filter(input -> input.type().isWidget()).toList();
        var sockets = inputs.stream().filter(input -> isShown(node, input)).toList();
        var linked = widgets.stream().filter(input -> isLinked(node, input)).toList();
        return new Shape(node, definition, concat(sockets, linked), widgets);
    }

    private static List<InputDefinition> concat(List<InputDefinition> first, List<InputDefinition> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The front end adds the spare members of a growing input by itself. */
    private static boolean isShown(Node node, InputDefinition input) {
        var isSpare = input.name().contains(".") && !input.required() && !isLinked(node, input);
        return !input.type().isWidget() && !isSpare;
    }

    static boolean isLinked(Node node, InputDefinition input) {
        return node.inputs().get(input.name()) instanceof Input.Link;
    }

    boolean hasText() {
        return widgets.stream().anyMatch(Shape::isTextBox);
    }

    static boolean isTextBox(InputDefinition input) {
        return input.type() instanceof InputType.Text(var multiline, var _) && multiline;
    }
}
