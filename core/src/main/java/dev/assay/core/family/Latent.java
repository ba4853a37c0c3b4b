package dev.assay.core.family;

import java.util.List;

/**
 * The empty image that sampling starts from.
 *
 * @param nodeClass ComfyUI's node that makes it
 * @param multiple what width and height must be a multiple of
 * @param usual the size to assume where none is known
 * @param minMegapixels with less the image tends to be a fragment, counted in 1,000,000 pixels
 * @param maxMegapixels with more, and without a second pass, things tend to come double
 * @param buckets sizes that the family was trained on, the upright ones; turned ones count as well
 */
public record Latent(
        String nodeClass, int multiple, Size usual, double minMegapixels, double maxMegapixels, List<Size> buckets) {

    /** Width and height in pixels. */
    public record Size(int width, int height) {}

    public Latent {
        buckets = List.copyOf(buckets);
    }

    /** The next multiple that ComfyUI takes, downwards, at least one. */
    public int fitted(int pixels) {
        return Math.max(multiple, pixels - Math.floorMod(pixels, multiple));
    }
}
