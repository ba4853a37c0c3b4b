package dev.assay.core.source;

/**
 * A value and where it comes from.
 *
 * @param <T> the kind of value
 */
public record Sourced<T>(T value, Source source) {}
