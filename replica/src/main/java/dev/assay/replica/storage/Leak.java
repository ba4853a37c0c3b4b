package dev.assay.replica.storage;

/**
 * A credential that reached the storage host, where none may ever go (quirk 52).
 *
 * @param what {@code Authorization}, {@code Cookie} or {@code token}
 * @param target path and query of the request
 */
public record Leak(String what, String target) {}
