package dev.assay.core.metadata.carrier;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import dev.assay.core.metadata.carrier.stealth.PixelRows;
import dev.assay.core.metadata.carrier.stealth.Pixels;

/**
 * The pixels of a WebP that keeps some of them exactly: all of them where it is lossless, alpha where a plane of its own has
 * it. They are unpacked by the WebP plugin of ImageIO, where there is one.
 */
final class WebpPixels implements Pixels {

    /** More than any generator makes; unpacked it takes 128 MiB. */
    private static final long MAX_PIXELS = 1 << 25;

    private static final int MAX_CHUNKS = 1000;

    private final Raster raster;

    private WebpPixels(Raster raster) {
        this.raster = raster;
    }

    /** The pixels; none where all were changed on the way, where nothing can unpack them, or where they are damaged. */
    static Optional<Pixels> of(FileBytes file, Optional<Picture> size) throws IOException {
        var small = size.filter(one -> (long) one.width() * one.height() <= MAX_PIXELS)
                .isPresent();
        if (!small || !isExact(file)) {
            return Optional.empty();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("webp");
        return readers.hasNext() ? of(file, readers.next()) : Optional.empty();
    }

    private static boolean isExact(FileBytes file) throws IOException {
        file.moveTo(12);
        for (int count = 0; count < MAX_CHUNKS; count++) {
            var header = file.read(8);
            if (header.length < 8) {
                return false;
            }
            var type = Ascii.four(header, 0);
            if (type.equals("VP8L") || type.equals("ALPH")) {
                return true;
            }
            var length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xffff_ffffL;
            file.skip(length + (length & 1));
        }
        return false;
    }

    private static Optional<Pixels> of(FileBytes file, ImageReader reader) throws IOException {
        file.channel().position(0);
        try (var input = new MemoryCacheImageInputStream(Channels.newInputStream(file.channel()))) {
            reader.setInput(input, true, true);
            var raster = reader.read(0).getRaster();
            return raster.getNumBands() >= 3 ? Optional.of(new WebpPixels(raster)) : Optional.empty();
        } catch (IOException | RuntimeException _) {
            // Plugins answer damaged files with exceptions of every kind, and a damaged picture hides nothing to be
            // found.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    @Override
    public int width() {
        return raster.getWidth();
    }

    @Override
    public int height() {
        return raster.getHeight();
    }

    @Override
    public int channels() {
        return raster.getNumBands();
    }

    @Override
    public PixelRows rows() {
        return new PixelRows() {
            private final int[] samples = new int[width() * channels()];
            private final byte[] row = new byte[samples.length];
            private int y;

            @Override
            public byte[] next() throws IOException {
                if (y == height()) {
                    throw new IOException("there is no further row");
                }
                raster.getPixels(0, y++, width(), 1, samples);
                for (int i = 0; i < row.length; i++) {
                    row[i] = (byte) samples[i];
                }
                return row;
            }
        };
    }
}
