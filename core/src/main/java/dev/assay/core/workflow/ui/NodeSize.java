package dev.assay.core.workflow.ui;

import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;

/** How large a node is on the canvas: as the current renderer draws it, which needs more room than the old one did. */
final class NodeSize {

    private static final int WIDTH = 320;
    private static final int WIDE = 420;

    private static final int FRAME = 40;
    private static final int SLOT = 24;
    private static final int WIDGET = 36;
    private static final int PICTURE = 320;

    private static final int TEXT_BOX = 160;
    private static final int LARGEST_TEXT_BOX = 440;
    private static final int LINE = 20;
    private static final int LINE_LENGTH = 54;

    private NodeSize() {}

    static int width(Shape shape) {
        return shape.hasText() || showsPicture(shape) ? WIDE : WIDTH;
    }

    static int height(Shape shape) {
        var slots = Math.max(shape.slots().size(), shape.definition().outputs().size());
        return FRAME
                + slots * SLOT
                + shape.widgets().stream()
                        .mapToInt(widget -> height(shape, widget))
                        .sum()
                + (showsPicture(shape) ? PICTURE : 0);
    }

    private static int height(Shape shape, InputDefinition widget) {
        if (Shape.isTextBox(widget)) {
            var text = shape.node().literal(widget.name()).text().orElse("");
            return Math.clamp((long) lines(text) * LINE, TEXT_BOX, LARGEST_TEXT_BOX);
        }
        return widget.controlled() ? 2 * WIDGET : WIDGET;
    }

    private static int lines(String text) {
        return 1
                + text.lines().mapToInt(line -> 1 + line.length() / LINE_LENGTH).sum();
    }

    private static boolean showsPicture(Shape shape) {
        var takesImages = shape.definition().inputs().stream()
                .anyMatch(input -> input.type() instanceof InputType.Socket(var type)
                        && (type.equals("IMAGE") || type.equals("VIDEO")));
        return (shape.definition().output() && takesImages)
                || shape.node().type().equals("LoadImage");
    }
}
