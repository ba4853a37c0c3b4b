package dev.assay.core.workflow;

import java.util.Comparator;

/**
 * What a node is called within its graph: mostly a number; {@code 57:3} for node 3 inside the subgraph node 57.
 *
 * <p>Ordered by the numbers in it, so that 9 comes before 10.
 */
public record NodeId(String value) implements Comparable<NodeId> {

    private static final Comparator<NodeId> ORDER =
            Comparator.comparing(NodeId::padded).thenComparing(NodeId::value);

    private static final int WIDTH = 20;

    public static NodeId of(long number) {
        return new NodeId(Long.toString(number));
    }

    /** The node of that name inside the subgraph node that this names. */
    public NodeId inner(String name) {
        return new NodeId(value + ':' + name);
    }

    @Override
    public int compareTo(NodeId other) {
        return ORDER.compare(this, other);
    }

    private String padded() {
        var padded = new StringBuilder();
        for (var part : value.split(":", -1)) {
            padded.repeat('0', Math.max(0, WIDTH - part.length())).append(part).append(':');
        }
        return padded.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
