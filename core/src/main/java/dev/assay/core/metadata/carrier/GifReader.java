package dev.assay.core.metadata.carrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the comments of a GIF; A1111 writes infotext into one. */
final class GifReader {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;
    private static final int COLOUR_TABLE = 0x80;
    private static final String XMP = "XMP DataXMP";

    /** Enough for 500 MB of image data in the usual pieces of 255 bytes. */
    private static final int MAX_BLOCKS = 2_000_000;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();
    private int blocks;
    private int images;

    GifReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 0, "GIF87a") || Ascii.at(start, 0, "GIF89a");
    }

    CarrierFile read() throws IOException {
        file.moveTo(6);
        var screen = file.read(7);
        if (screen.length < 7) {
            return harvest.image(FileFormat.GIF, 0, 0, false);
        }
        var sides = ByteBuffer.wrap(screen).order(ByteOrder.LITTLE_ENDIAN);
        skipColours(screen[4]);
        while (blocks < MAX_BLOCKS && block()) {
            blocks++;
        }
        return harvest.image(FileFormat.GIF, sides.getShort(0) & 0xffff, sides.getShort(2) & 0xffff, images > 1);
    }

    private void skipColours(byte flags) {
        if ((flags & COLOUR_TABLE) != 0) {
            file.skip(3L << ((flags & 7) + 1));
        }
    }

    /** Whether there was another block. */
    private boolean block() throws IOException {
        var kind = file.read(1);
        if (kind.length == 0) {
            harvest.cutShort("The GIF has no end.");
            return false;
        }
        return switch (kind[0] & 0xff) {
            case EXTENSION -> extension();
            case IMAGE -> image();
            default -> false;
        };
    }

    private boolean image() throws IOException {
        images++;
        var descriptor = file.read(9);
        if (descriptor.length < 9) {
            harvest.cutShort("The GIF ends inside a block.");
            return false;
        }
        skipColours(descriptor[8]);
        file.skip(1);
        return skipPieces();
    }

    private boolean extension() throws IOException {
        var label = file.read(1);
        if (label.length == 0) {
            return false;
        }
        return switch (label[0] & 0xff) {
            case COMMENT -> {
                harvest.add("GIF comment", "", Latin.orUtf8(pieces()).replace("\0", ""));
                yield true;
            }
            case APPLICATION -> application();
            default -> skipPieces();
        };
    }

    private boolean application() throws IOException {
        var name = file.read(12);
        if (Ascii.at(name, 1, XMP)) {
            xmp();
            return true;
        }
        return name.length == 12 && skipPieces();
    }

    /** The packet stands there without lengths, and ends with bytes that lead any reader of lengths to the end. */
    private void xmp() throws IOException {
        var start = file.position();
        var packet = file.read(Harvest.MAX_RAW);
        var end = new String(packet, StandardCharsets.ISO_8859_1).indexOf("<?xpacket end");
        if (end < 0) {
            harvest.damaged("The XMP packet of the GIF has no end.");
            file.moveTo(start);
            return;
        }
        Xmp.read(Latin.orUtf8(Arrays.copyOf(packet, end)), harvest);
        file.moveTo(start);
        // Every byte of the packet is a length; they all lead to the trailer's end.
        skipPieces();
    }

    private boolean skipPieces() throws IOException {
        for (; blocks < MAX_BLOCKS; blocks++) {
            var length = file.read(1);
            if (length.length == 0) {
                harvest.cutShort("The GIF ends inside a block.");
                return false;
            }
            if (length[0] == 0) {
                return true;
            }
            file.skip(length[0] & 0xff);
        }
        return false;
    }

    private byte[] pieces() throws IOException {
        var out = new ByteArrayOutputStream();
        while (out.size() < Harvest.MAX_RAW) {
            var length = file.read(1);
            if (length.length == 0 || length[0] == 0) {
                break;
            }
            out.writeBytes(file.read(length[0] & 0xff));
        }
        return out.toByteArray();
    }
}
