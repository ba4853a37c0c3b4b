package dev.assay.core.metadata.carrier.stealth;

/** An image whose pixels can be read, more than once. */
public interface Pixels {

    int width();

    int height();

    /** 4 for red, green, blue and alpha; 3 without alpha. */
    int channels();

    /** Begins to read, from the top. */
    PixelRows rows();
}
