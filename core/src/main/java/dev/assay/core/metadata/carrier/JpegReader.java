package dev.assay.core.metadata.carrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads the segments of a JPEG up to its image data. */
final class JpegReader {

    static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    private static final String EXIF = "Exif\0\0";

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP1 = 0xe1;
    private static final int APP11 = 0xeb;
    private static final int COMMENT = 0xfe;
    private static final int MAX_SEGMENTS = 10_000;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();
    private final ByteArrayOutputStream exif = new ByteArrayOutputStream();
    private int width;
    private int height;

    JpegReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return start.length >= 3 && start[0] == (byte) 0xff && start[1] == (byte) 0xd8 && start[2] == (byte) 0xff;
    }

    CarrierFile read() throws IOException {
        file.moveTo(2);
        for (int count = 0; count < MAX_SEGMENTS; count++) {
            var header = file.read(4);
            if (header.length < 4 || header[0] != (byte) 0xff) {
                break;
            }
            var marker = header[1] & 0xff;
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                break;
            }
            if (isBare(marker)) {
                // A fill byte is followed by the marker proper, a bare marker by the next one.
                file.skip(marker == 0xff ? -3 : -2);
            } else if (!segment(marker, ByteBuffer.wrap(header, 2, 2).getShort() & 0xffff)) {
                break;
            }
        }
        endOfExif();
        return harvest.image(FileFormat.JPEG, width, height, false);
    }

    private static boolean isBare(int marker) {
        return marker == 0xff || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    }

    /** Whether the file goes on behind it. */
    private boolean segment(int marker, int length) throws IOException {
        if (length < 2) {
            harvest.damaged("A JPEG segment states an impossible length.");
            return false;
        }
        if (marker != APP1 && marker != APP11 && marker != COMMENT && !isFrame(marker)) {
            file.skip(length - 2L);
            return true;
        }
        var data = file.read(length - 2);
        if (data.length < length - 2) {
            harvest.cutShort("The JPEG ends inside a segment.");
        }
        content(marker, data);
        return true;
    }

    /** Start of frame, of any coding; three codes of that row mean something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void content(int marker, byte[] data) {
        if (marker == APP1 && Ascii.at(data, 0, EXIF)) {
            exif(data);
            return;
        }
        endOfExif();
        if (marker == COMMENT) {
            harvest.add("JPEG comment", "", Latin.orUtf8(data).replace("\0", ""));
        } else if (isFrame(marker)) {
            frame(data);
        } else if (marker == APP11) {
            ContentCredentials.read(data, harvest);
        } else if (Ascii.at(data, 0, XMP)) {
            Xmp.read(Latin.orUtf8(Arrays.copyOfRange(data, XMP.length(), data.length)), harvest);
        }
    }

    /** A segment ends at 64 KiB; a long block goes on in the next, which then does not begin like a block. */
    private void exif(byte[] data) {
        if (Ascii.at(data, EXIF.length(), "II*\0") || Ascii.at(data, EXIF.length(), "MM\0*")) {
            endOfExif();
        }
        if (exif.size() < Harvest.MAX_RAW) {
            exif.write(data, EXIF.length(), data.length - EXIF.length());
        }
    }

    private void endOfExif() {
        if (exif.size() > 0) {
            ExifBlock.read(exif.toByteArray(), harvest);
            exif.reset();
        }
    }

    private void frame(byte[] data) {
        if (data.length >= 5 && width == 0) {
            var numbers = ByteBuffer.wrap(data, 1, 4);
            height = numbers.getShort() & 0xffff;
            width = numbers.getShort() & 0xffff;
        }
    }
}
