package dev.assay.core.comparison;

/** Brings a picture to another size: each new pixel is the mean of the area that it stands for. */
public final class Scaling {

    private Scaling() {}

    /** The picture in that size; itself where it has it already. */
    public static Pixels to(Pixels picture, int width, int height) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        var scaled = new int[width * height];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * picture.height() / height);
            int bottom = end(y, picture.height(), height, top);
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * picture.width() / width);
                int right = end(x, picture.width(), width, left);
                scaled[y * width + x] = mean(picture, left, top, right, bottom);
            }
        }
        return Pixels.of(width, height, scaled);
    }

    /** The picture, smaller where a side is longer than that; never larger. */
    public static Pixels within(Pixels picture, int longest) {
        int side = Math.max(picture.width(), picture.height());
        return side <= longest
                ? picture
                : to(
                        picture,
                        Math.max(1, Math.round((float) picture.width() * longest / side)),
                        Math.max(1, Math.round((float) picture.height() * longest / side)));
    }

    private static int end(int at, int from, int to, int start) {
        return Math.max(start + 1, (int) (((long) at + 1) * from / to));
    }

    private static int mean(Pixels picture, int left, int top, int right, int bottom) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = picture.at(x, y);
                alpha += pixel >>> 24;
                red += pixel >> 16 & 0xff;
                green += pixel >> 8 & 0xff;
                blue += pixel & 0xff;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        return rounded(alpha, count) << 24
                | rounded(red, count) << 16
                | rounded(green, count) << 8
                | rounded(blue, count);
    }

    private static int rounded(long sum, long count) {
        return (int) ((sum + count / 2) / count);
    }
}
