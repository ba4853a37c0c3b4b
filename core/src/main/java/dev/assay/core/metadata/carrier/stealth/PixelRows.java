package dev.assay.core.metadata.carrier.stealth;

import java.io.IOException;

/** The rows of an image, from the top. */
public interface PixelRows {

    /**
     * The next row, a byte for each channel of each pixel; good until the next call.
     *
     * @throws IOException where the image data are damaged, or there is no further row
     */
    byte[] next() throws IOException;
}
