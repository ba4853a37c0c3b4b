package dev.assay.core.metadata.carrier;

/**
 * What can be seen of a file, as the file itself states it.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param animated whether it says to hold several frames, as a film always does
 */
public record Picture(int width, int height, boolean animated) {}
