package dev.assay.core.making;

/**
 * A rectangle of a picture, in pixels.
 *
 * @param x of its left edge, from the picture's
 * @param y of its upper edge, from the picture's
 * @param width 1 or more
 * @param height 1 or more
 */
public record Area(int x, int y, int width, int height) {

    Size size() {
        return new Size(width, height);
    }

    /** That many pixels more to each side, as far as the picture goes. */
    Area grown(int pixels, Size picture) {
        return between(
                Math.max(0, x - pixels),
                Math.max(0, y - pixels),
                Math.min(picture.width(), x + width + pixels),
                Math.min(picture.height(), y + height + pixels));
    }

    private static Area between(int left, int top, int right, int bottom) {
        return new Area(left, top, right - left, bottom - top);
    }

    /**
     * As A1111 gives a cut the shape of what it is enlarged to: the shorter side grows to both sides, and moves where the
     * picture ends. A picture that is too narrow for that bounds it.
     */
    Area shapedAs(Size shape, Size picture) {
        if ((long) width * shape.height() > (long) height * shape.width()) {
            var wanted = (int) ((double) width * shape.height() / shape.width());
            var side = new Side(y, height).longer(wanted, picture.height());
            return new Area(x, side.from(), width, side.length());
        }
        var wanted = (int) ((double) height * shape.width() / shape.height());
        var side = new Side(x, width).longer(wanted, picture.width());
        return new Area(side.from(), y, side.length(), height);
    }

    /** One side of it. */
    private record Side(int from, int length) {
        Side longer(int wanted, int most) {
            var whole = Math.min(Math.max(wanted, length), most);
            var centred = from - (whole - length) / 2;
            return new Side(Math.clamp(centred, 0, most - whole), whole);
        }
    }
}
