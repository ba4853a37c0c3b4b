package dev.assay.app.compare;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import dev.assay.core.comparison.Pixels;

/** Decodes and encodes pictures with the JDK's own library, which is loaded by the comparing commands only. */
final class PictureFile {

    /** 64 megapixels take 256 MB; larger ones are refused by what their header says, before anything is decoded. */
    private static final long MOST_PIXELS = 64L << 20;

    private PictureFile() {}

    /** What came of decoding. */
    sealed interface Decoded {

        /**
         * A picture.
         *
         * @param frames how many the file has, of which this is the first
         */
        record Picture(Pixels pixels, int frames) implements Decoded {}

        /** No picture of a kind that is known here. */
        record NoPicture() implements Decoded {}

        /** A picture that cannot be decoded. */
        record Unreadable(String why) implements Decoded {}
    }

    static Decoded read(Path file) throws IOException {
        // No window is ever opened; without this, some systems try to reach one.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return new Decoded.NoPicture();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, false, true);
                return decode(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Decoded decode(ImageReader reader) {
        try {
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                return new Decoded.Unreadable(
                        "it has " + pixels / 1_000_000 + " megapixels, more than can be compared");
            }
            var image = reader.read(0);
            return new Decoded.Picture(pixels(image), frames(reader));
        } catch (IOException | RuntimeException e) {
            // The decoders answer damaged files with exceptions of every kind.
            return new Decoded.Unreadable("it is damaged (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static int frames(ImageReader reader) throws IOException {
        return reader.getNumImages(true);
    }

    private static Pixels pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return Pixels.of(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Writes a picture as PNG. */
    static void writePng(Pixels pixels, OutputStream out) throws IOException {
        var image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.toArray(), 0, pixels.width());
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java cannot write PNG");
        }
    }

    static void writePng(Pixels pixels, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            writePng(pixels, out);
        }
    }
}
