package dev.assay.core.metadata.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import static dev.assay.core.metadata.sample.Chunks.chunk;
import static dev.assay.core.metadata.sample.Chunks.deflated;
import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.utf8;

/** Makes PNG images with a text hidden in the lowest bits of their pixels, column by column, as NovelAI does. */
public final class HiddenText {

    private HiddenText() {}

    /**
     * An image of noise with that text in it.
     *
     * @param mark one of the four marks; it says whether alpha or colours hold the text, and whether it is packed
     * @param filter the PNG filter of all rows but the first
     */
    public static byte[] png(String mark, String text, int width, int height, int filter) {
        var inAlpha = mark.startsWith("stealth_png");
        var plain = utf8(text);
        var bytes = mark.endsWith("comp") ? gzipped(plain) : plain;
        return png(
                join(
                        latin(mark),
                        ByteBuffer.allocate(4).putInt(bytes.length * 8).array(),
                        bytes),
                inAlpha,
                width,
                height,
                filter);
    }

    /** The same with any bytes at all, in alpha, or in the three colours of an image without alpha. */
    public static byte[] png(byte[] hidden, boolean inAlpha, int width, int height, int filter) {
        var channels = inAlpha ? 4 : 3;
        var pixels = new byte[width * height * channels];
        new Random(width).nextBytes(pixels);
        for (int bit = 0; bit < hidden.length * 8; bit++) {
            var pixel = inAlpha ? bit : bit / 3;
            var at = ((pixel % height) * width + pixel / height) * channels + (inAlpha ? 3 : bit % 3);
            pixels[at] = (byte) ((pixels[at] & ~1) | ((hidden[bit / 8] >> (7 - bit % 8)) & 1));
        }
        var data = deflated(filtered(pixels, width * channels, channels, filter));
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {
            8, (byte) (inAlpha ? 6 : 2), 0, 0, 0
        });
        var half = data.length / 2;
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", Arrays.copyOf(data, half)),
                chunk("IDAT", Arrays.copyOfRange(data, half, data.length)),
                chunk("IEND", new byte[0]));
    }

    private static byte[] filtered(byte[] pixels, int row, int pixel, int filter) {
        var out = new ByteArrayOutputStream();
        for (int from = 0; from < pixels.length; from += row) {
            var used = from == 0 ? 0 : filter;
            out.write(used);
            for (int i = from; i < from + row; i++) {
                var left = i - from < pixel ? 0 : pixels[i - pixel] & 0xff;
                var up = from == 0 ? 0 : pixels[i - row] & 0xff;
                var corner = from == 0 || i - from < pixel ? 0 : pixels[i - row - pixel] & 0xff;
                out.write(pixels[i] - guess(used, left, up, corner));
            }
        }
        return out.toByteArray();
    }

    /** What each of PNG's filters takes off. */
    private static int guess(int filter, int left, int up, int corner) {
        return switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> 0;
        };
    }

    private static int paeth(int left, int up, int corner) {
        var p = left + up - corner;
        var byLeft = Math.abs(p - left);
        var byUp = Math.abs(p - up);
        var byCorner = Math.abs(p - corner);
        if (byLeft <= byUp && byLeft <= byCorner) {
            return left;
        }
        return byUp <= byCorner ? up : corner;
    }

    private static byte[] gzipped(byte[] data) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
