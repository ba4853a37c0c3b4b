package dev.assay.core.safetensors;

import java.util.List;

/**
 * One tensor of a file, by its header entry.
 *
 * @param dtype such as {@code F16}, as written
 * @param shape length along each dimension; empty for a scalar
 * @param begin first byte, counted from the end of the header
 * @param end first byte behind it
 */
public record Tensor(String dtype, List<Long> shape, long begin, long end) {

    public Tensor {
        shape = List.copyOf(shape);
    }

    /** The length along a dimension; 0 where there is no such dimension. */
    public long size(int dimension) {
        return dimension < shape.size() ? shape.get(dimension) : 0;
    }

    /** The length along the last dimension; 0 for a scalar. */
    public long width() {
        return shape.isEmpty() ? 0 : shape.getLast();
    }
}
