package dev.assay.civitai.journal;

/**
 * How much the journal may hold; beyond it, the oldest answers go first.
 *
 * @param bytes of all bodies
 * @param entries answers
 */
public record Bounds(long bytes, int entries) {

    /** 256 MiB, 5000 answers. */
    public static final Bounds DEFAULT = new Bounds(256L << 20, 5000);
}
