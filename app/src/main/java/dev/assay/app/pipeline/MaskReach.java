package dev.assay.app.pipeline;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

import dev.assay.core.making.Area;
import dev.assay.core.making.Pictures.Reach;

/** Looks how far the light and the dark part of a mask reach, in the channel that {@code LoadImageMask} takes. */
final class MaskReach {

    private static final long MOST_PIXELS = 100_000_000;

    /** From here on A1111 takes a pixel of a mask for white. */
    private static final int LIGHT = 128;

    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = -1;
    private int bottom = -1;

    private MaskReach() {}

    /** Empty where the picture cannot be unpacked here, or is too large. */
    static Optional<Reach> of(PictureFile.Read mask) {
        return (long) mask.width() * mask.height() > MOST_PIXELS
                ? Optional.empty()
                : unpacked(mask.file()).map(MaskReach::of);
    }

    private static Optional<BufferedImage> unpacked(Path file) {
        try {
            return Optional.ofNullable(ImageIO.read(file.toFile()));
        } catch (IOException | RuntimeException _) {
            // The decoders answer damaged files with exceptions of every kind; the mask itself is ComfyUI's to read.
            return Optional.empty();
        }
    }

    private static Reach of(BufferedImage image) {
        var light = new MaskReach();
        var dark = new MaskReach();
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                var red = row[x] >> 16 & 0xff;
                (red >= LIGHT ? light : dark).add(x, y);
            }
        }
        return new Reach(light.area(), dark.area());
    }

    private void add(int x, int y) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    private Optional<Area> area() {
        return right < 0 ? Optional.empty() : Optional.of(new Area(left, top, right - left + 1, bottom - top + 1));
    }
}
