package dev.assay.core.workflow.ui;

import java.util.List;

/**
 * What a canvas shows of a workflow: enough to draw it, without knowing anything of classes.
 *
 * @param levels the workflow itself first, then each of its subgraphs
 */
public record Drawing(List<Level> levels) {

    public Drawing {
        levels = List.copyOf(levels);
    }

    /**
     * The workflow, or one of its subgraphs.
     *
     * @param id empty for the workflow itself; else what the type of a node is that stands for it
     */
    public record Level(String id, String title, List<Node> nodes, List<Link> links, List<Group> groups) {
        public Level {
            nodes = List.copyOf(nodes);
            links = List.copyOf(links);
            groups = List.copyOf(groups);
        }
    }

    /** Where something is, in the canvas's own pixels; y grows downwards, and a node's title stands above its box. */
    public record Place(double x, double y, double width, double height) {}

    /**
     * A node.
     *
     * @param mode {@code active}, {@code muted} or {@code bypassed}
     * @param collapsed whether only its title is shown
     */
    public record Node(
            String id,
            String type,
            String title,
            String mode,
            boolean collapsed,
            Place place,
            List<Slot> inputs,
            List<Slot> outputs,
            List<Widget> widgets) {
        public Node {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            widgets = List.copyOf(widgets);
        }
    }

    /**
     * Where links end.
     *
     * @param widget whether it is the link into a widget
     */
    public record Slot(String name, String type, boolean linked, boolean widget) {}

    /** A value that is shown on a node. */
    public record Widget(String name, String value) {}

    /** A link, from an output to an input; both by number. */
    public record Link(String id, String source, int output, String target, int input, String type) {}

    /** A frame around nodes. */
    public record Group(String title, Place place) {}
}
