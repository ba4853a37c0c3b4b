package dev.assay.replica.bytes;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Small PNG files, made here: hills under an evening sky. */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] TRUE_COLOUR_8_BIT = {8, 2, 0, 0, 0};

    private Png() {}

    /** A picture without metadata. */
    public static Bytes landscape(int width, int height) {
        return landscape(width, height, Map.of());
    }

    /** A picture with text chunks ahead of its pixels: {@code tEXt}, or {@code iTXt} where Latin-1 does not do. */
    public static Bytes landscape(int width, int height, Map<String, String> texts) {
        return landscape(width, height, texts, 0);
    }

    /**
     * The same with other hills.
     *
     * @param variant the same one gives the same picture
     */
    public static Bytes landscape(int width, int height, Map<String, String> texts, int variant) {
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, height));
            for (var text : texts.entrySet()) {
                text(out, text.getKey(), text.getValue());
            }
            chunk(out, "IDAT", pixels(width, height, variant));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Bytes.of(file.toByteArray());
    }

    private static byte[] header(int width, int height) throws IOException {
        var header = new ByteArrayOutputStream();
        var out = new DataOutputStream(header);
        out.writeInt(width);
        out.writeInt(height);
        out.write(TRUE_COLOUR_8_BIT);
        return header.toByteArray();
    }

    private static void text(DataOutputStream out, String key, String value) throws IOException {
        if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(value)) {
            chunk(out, "tEXt", (key + "\0" + value).getBytes(StandardCharsets.ISO_8859_1));
        } else {
            chunk(out, "iTXt", (key + "\0\0\0\0\0" + value).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] pixels(int width, int height, int variant) throws IOException {
        var packed = new ByteArrayOutputStream();
        var near = hill(width, height, 0.82, 0.05, 7, variant);
        var far = hill(width, height, 0.68, 0.08, 4, 1 + variant / 7.0);
        try (var out = new DeflaterOutputStream(packed)) {
            var row = new byte[1 + 3 * width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int colour = y > near[x] ? 0x1d3b2a : y > far[x] ? 0x35594a : sky(x, y, width, height);
                    row[1 + 3 * x] = (byte) (colour >> 16);
                    row[2 + 3 * x] = (byte) (colour >> 8);
                    row[3 + 3 * x] = (byte) colour;
                }
                out.write(row);
            }
        }
        return packed.toByteArray();
    }

    /** The outline of a range of hills, one height for each column. */
    private static int[] hill(int width, int height, double level, double swing, double waves, double shift) {
        var line = new int[width];
        for (int x = 0; x < width; x++) {
            line[x] = (int) (height * (level + swing * Math.sin(waves * x / width + shift)));
        }
        return line;
    }

    /** A low sun in a sky of bands, which pack well. */
    private static int sky(int x, int y, int width, int height) {
        long dx = x - 68L * width / 100;
        long dy = y - 58L * height / 100;
        long radius = 9L * width / 100;
        if (dx * dx + dy * dy < radius * radius) {
            return 0xffe3a0;
        }
        int band = 24 * y / height;
        return (0x40 + band * 9 & 0xff) << 16 | (0x48 + band * 4) << 8 | 0x90 - band * 2;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
