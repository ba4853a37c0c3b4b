package dev.assay.core.comparison;

import java.util.Arrays;

/** The pixels of a picture, row by row: {@code 0xAARRGGBB} in sRGB. They do not change. */
public final class Pixels {

    private final int width;
    private final int height;
    private final int[] argb;

    private Pixels(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /**
     * A picture of these pixels; the array is handed over, and must not be changed any more.
     *
     * @throws IllegalArgumentException where their number is not width times height, or there are none
     */
    public static Pixels of(int width, int height, int[] argb) {
        if (width < 1 || height < 1 || (long) width * height != argb.length) {
            throw new IllegalArgumentException(argb.length + " pixels are not " + width + "x" + height);
        }
        return new Pixels(width, height, argb);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int at(int x, int y) {
        return argb[y * width + x];
    }

    /** A copy of all pixels. */
    public int[] toArray() {
        return argb.clone();
    }

    boolean hasSizeOf(Pixels other) {
        return width == other.width && height == other.height;
    }

    /** How bright it is there, from 0 to 255 (ITU-R BT.601); what is transparent counts as lying on black. */
    double luma(int x, int y) {
        int pixel = at(x, y);
        var light = 0.299 * (pixel >> 16 & 0xff) + 0.587 * (pixel >> 8 & 0xff) + 0.114 * (pixel & 0xff);
        return light * (pixel >>> 24) / 255;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixels pixels && hasSizeOf(pixels) && Arrays.equals(argb, pixels.argb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(argb) * 31 + width;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
