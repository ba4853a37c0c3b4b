package dev.assay.core.source;

/**
 * Where a value was found.
 *
 * @param origin whose word it is
 * @param detail where exactly, such as {@code meta.seed} or {@code PNG tEXt parameters}; may be empty
 */
public record Source(Origin origin, String detail) {

    /** The same origin, seen more closely. */
    public Source at(String place) {
        return new Source(origin, place);
    }
}
