package dev.assay.core.metadata.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Makes small image files, byte by byte. */
public final class Chunks {

    private Chunks() {}

    public static byte[] png(byte[]... chunks) {
        var header = ByteBuffer.allocate(13).putInt(640).putInt(480).put(new byte[] {8, 6, 0, 0, 0});
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header.array()),
                join(chunks),
                chunk("IEND", new byte[0]));
    }

    public static byte[] chunk(String type, byte[] data) {
        var typed = join(latin(type), data);
        var crc = new CRC32();
        crc.update(typed);
        return join(number(data.length), typed, number((int) crc.getValue()));
    }

    public static byte[] text(String key, String text) {
        return chunk("tEXt", join(latin(key), new byte[1], latin(text)));
    }

    public static byte[] jpeg(byte[]... segments) {
        var frame = new byte[] {8, 1, (byte) 0xe0, 2, (byte) 0x80, 1, 1, 0x11, 0};
        return join(new byte[] {(byte) 0xff, (byte) 0xd8}, join(segments), segment(0xc0, frame), new byte[] {
            (byte) 0xff, (byte) 0xda, 0, 2, 1, 2, 3
        });
    }

    public static byte[] segment(int marker, byte[] data) {
        var length = data.length + 2;
        return join(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length}, data);
    }

    /** A WebP of these chunks, each padded to an even length. */
    public static byte[] webp(byte[]... chunks) {
        var body = join(latin("WEBP"), join(chunks));
        return join(latin("RIFF"), little(body.length), body);
    }

    public static byte[] riff(String type, byte[] data) {
        return join(latin(type), little(data.length), data, new byte[data.length % 2]);
    }

    public static byte[] extendedHeader(boolean animated) {
        return riff("VP8X", new byte[] {(byte) (animated ? 2 : 0), 0, 0, 0, 0x3f, 3, 0, (byte) 0xdf, 1, 0});
    }

    /** An EXIF block with one tag in its first directory, and a user comment. */
    public static byte[] exif(boolean little, int tag, String text, byte[] comment) {
        var value = join(latin(text), new byte[1]);
        var block = ByteBuffer.allocate(8 + 2 + 24 + 4 + 2 + 12 + 4 + value.length + comment.length + 8)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        block.put(latin(little ? "II" : "MM")).putShort((short) 42).putInt(8);
        block.putShort((short) 2);
        entry(block, tag, 2, value.length, 56);
        entry(block, 0x8769, 4, 1, 38);
        block.putInt(0);
        block.putShort((short) 1);
        entry(block, 0x9286, 7, comment.length, 56 + value.length);
        block.putInt(0);
        block.position(56).put(value).put(comment);
        return block.array();
    }

    private static void entry(ByteBuffer block, int tag, int type, int count, int value) {
        block.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    public static byte[] deflated(byte[] data) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
