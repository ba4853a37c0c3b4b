package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the chunks of a WebP. */
final class WebpReader {

    private static final int MAX_CHUNKS = 100_000;
    private static final int ANIMATION = 0x02;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();
    private int width;
    private int height;
    private boolean animated;

    WebpReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 0, "RIFF") && Ascii.at(start, 8, "WEBP");
    }

    CarrierFile read() throws IOException {
        file.moveTo(12);
        for (int count = 0; count < MAX_CHUNKS; count++) {
            var header = file.read(8);
            if (header.length < 8) {
                break;
            }
            var length = little(header, 4).getInt() & 0xffff_ffffL;
            var next = file.position() + length + (length & 1);
            chunk(Ascii.four(header, 0), length);
            file.moveTo(next);
        }
        return harvest.image(FileFormat.WEBP, width, height, animated);
    }

    private void chunk(String type, long length) throws IOException {
        switch (type) {
            case "VP8X" -> extended(file.read(10));
            case "VP8 " -> lossy(file.read(10));
            case "VP8L" -> lossless(file.read(5));
            case "EXIF" -> ExifBlock.read(text(type, length), harvest);
            case "XMP " -> Xmp.read(Latin.orUtf8(text(type, length)), harvest);
            case "C2PA" -> ContentCredentials.read(text(type, length), harvest);
            default -> {
                // Image data and colours.
            }
        }
    }

    private byte[] text(String type, long length) throws IOException {
        if (length > Harvest.MAX_RAW) {
            harvest.tooLarge("A WebP " + type.strip() + " chunk of " + length + " bytes was left unread.");
            return new byte[0];
        }
        var data = file.read((int) length);
        if (data.length < length) {
            harvest.cutShort("The WebP ends inside its " + type.strip() + " chunk.");
        }
        return data;
    }

    private void extended(byte[] data) {
        if (data.length == 10) {
            animated = (data[0] & ANIMATION) != 0;
            size(
                    1 + (little(data, 4).getInt() & 0xff_ffff),
                    1 + (little(data, 6).getInt() >>> 8));
        }
    }

    private void lossy(byte[] data) {
        if (data.length == 10 && data[3] == (byte) 0x9d && data[4] == 0x01 && data[5] == 0x2a) {
            size(little(data, 6).getShort() & 0x3fff, little(data, 8).getShort() & 0x3fff);
        }
    }

    private void lossless(byte[] data) {
        if (data.length == 5 && data[0] == 0x2f) {
            var bits = little(data, 1).getInt();
            size(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
        }
    }

    /** The first statement is that of the whole canvas. */
    private void size(int w, int h) {
        if (width == 0) {
            width = w;
            height = h;
        }
    }

    private static ByteBuffer little(byte[] data, int at) {
        return ByteBuffer.wrap(data).position(at).order(ByteOrder.LITTLE_ENDIAN);
    }
}
