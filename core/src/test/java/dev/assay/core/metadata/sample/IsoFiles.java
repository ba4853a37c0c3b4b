package dev.assay.core.metadata.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.utf8;

/** Makes small files of boxes: AVIF, HEIF, JPEG XL, MP4 and MOV (ISO/IEC 14496-12, 23008-12, 18181-2). */
public final class IsoFiles {

    private IsoFiles() {}

    public static byte[] box(String type, byte[]... content) {
        var body = join(content);
        return join(four(8 + body.length), type.getBytes(StandardCharsets.ISO_8859_1), body);
    }

    /** A box whose length has eight bytes. */
    public static byte[] largeBox(String type, byte[]... content) {
        var body = join(content);
        return join(four(1), latin(type), eight(16L + body.length), body);
    }

    /** An image of 640x480 with these items: of EXIF with its offset in front, or of XMP. */
    public static byte[] heif(String brand, Item... items) {
        var ftyp = box("ftyp", latin(brand), new byte[4], latin("mif1" + brand));
        // The table of places has the same length wherever they are.
        var start = ftyp.length + meta(0, items).length + 8;
        var data = new byte[items.length][];
        for (int i = 0; i < items.length; i++) {
            data[i] = items[i].content();
        }
        return join(ftyp, meta(start, items), box("mdat", join(data)));
    }

    /** An item of an image. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Item(String type, byte[] content) {

        public static Item exif(byte[] block) {
            return new Item("Exif", join(four(6), latin("Exif\0\0"), block));
        }

        public static Item xmp(String packet) {
            return new Item("mime", utf8(packet));
        }
    }

    private static byte[] meta(int start, Item... items) {
        var size = box("ispe", four(0), four(640), four(480));
        var thumbnail = box("ispe", four(0), four(64), four(48));
        return box(
                "meta",
                four(0),
                box("hdlr", four(0), four(0), latin("pict"), new byte[13]),
                box("iinf", four(0), two(items.length), entries(items)),
                box("iprp", box("ipco", thumbnail, size)),
                places(start, items));
    }

    private static byte[] entries(Item... items) {
        var all = new byte[0];
        for (int i = 0; i < items.length; i++) {
            var mime = items[i].type().equals("mime") ? latin("\0application/rdf+xml\0") : latin("\0");
            all = join(all, box("infe", four(2 << 24), two(i + 1), two(0), latin(items[i].type()), mime));
        }
        return all;
    }

    private static byte[] places(int start, Item... items) {
        var all = new byte[0];
        var at = start;
        for (int i = 0; i < items.length; i++) {
            var length = items[i].content().length;
            all = join(all, two(i + 1), two(0), two(1), four(at), four(length));
            at += length;
        }
        return box("iloc", four(0), new byte[] {0x44, 0}, two(items.length), all);
    }

    /** A JPEG XL container of 640x480 with these boxes in front of the codestream. */
    public static byte[] jxl(byte[]... boxes) {
        return join(
                latin("\0\0\0\fJXL \r\n\u0087\n"),
                box("ftyp", latin("jxl \0\0\0\0jxl ")),
                join(boxes),
                box("jxlc", jxlCodestream()));
    }

    /** Begins as an image of 640x480: not in eights, 479 in 9 bits, no ratio, 639 in 13 bits. */
    public static byte[] jxlCodestream() {
        var bits = (479L << 3) | (639L << 17) | (1L << 15);
        return join(
                latin("\u00ff\n"),
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(bits)
                        .array(),
                new byte[8]);
    }

    /** What a brotli stream looks like that stores and does not pack (RFC 7932, 9.2). */
    public static byte[] brotliStored(byte[] data) {
        // A window of 64 KiB, not the last block, four nibbles of length, stored.
        var head = ((data.length - 1) << 4) | (1 << 20);
        return join(new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)}, data, new byte[] {3});
    }

    /** A film of 640x480 with that in its {@code moov}. */
    public static byte[] movie(String brand, byte[]... inMoov) {
        return join(
                box("ftyp", latin(brand), four(512), latin("isomiso2")),
                box("mdat", new byte[100]),
                box("moov", box("trak", tkhd()), join(inMoov)));
    }

    private static byte[] tkhd() {
        return box("tkhd", new byte[76], four(640 << 16), four(480 << 16));
    }

    /** Tags as ffmpeg writes them when told to keep them: a list of keys, and of values that count into it. */
    public static byte[] keyedTags(List<String> keys, List<String> values) {
        var names = new byte[0];
        var items = new byte[0];
        for (int i = 0; i < keys.size(); i++) {
            names = join(names, box("mdta", utf8(keys.get(i))));
            items = join(items, numbered(i + 1, data(values.get(i))));
        }
        return box(
                "meta",
                four(0),
                box("hdlr", four(0), four(0), latin("mdta"), new byte[13]),
                box("keys", four(0), four(keys.size()), names),
                box("ilst", items));
    }

    /** A tag of four letters as iTunes has it, in {@code udta}. */
    public static byte[] appleTag(String type, String value) {
        return box(
                "udta",
                box(
                        "meta",
                        four(0),
                        box("hdlr", four(0), four(0), latin("mdir"), new byte[13]),
                        box("ilst", box(type, data(value)))));
    }

    private static byte[] data(String value) {
        return box("data", four(1), four(0), utf8(value));
    }

    private static byte[] numbered(int number, byte[] content) {
        return join(four(8 + content.length), four(number), content);
    }

    public static byte[] four(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] two(int number) {
        return ByteBuffer.allocate(2).putShort((short) number).array();
    }

    private static byte[] eight(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }
}
