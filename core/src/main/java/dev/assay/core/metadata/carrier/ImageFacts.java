package dev.assay.core.metadata.carrier;

/**
 * What the file itself is.
 *
 * @param format the real one, whatever the file is called
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param animated whether it says to hold several frames
 */
public record ImageFacts(ImageFormat format, int width, int height, boolean animated) {}
