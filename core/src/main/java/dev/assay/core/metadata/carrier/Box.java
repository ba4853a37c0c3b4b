package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A box of the ISO base media format, of which MP4, MOV, HEIF, AVIF and JPEG XL files are made.
 *
 * @param type four letters
 * @param start where its content begins in the file
 * @param end where it ends
 */
record Box(String type, long start, long end) {

    /** A film may be in tens of thousands of fragments. */
    private static final int MAX_BOXES = 200_000;

    /** The boxes between two places, in order; up to the first that cannot be one. */
    static List<Box> between(FileBytes file, long from, long to) throws IOException {
        List<Box> boxes = new ArrayList<>();
        var at = from;
        while (at + 8 <= to && boxes.size() < MAX_BOXES) {
            file.moveTo(at);
            var box = next(file, Math.min(to, file.size()));
            if (box == null) {
                break;
            }
            boxes.add(box);
            at = box.end;
        }
        return boxes;
    }

    private static @Nullable Box next(FileBytes file, long to) throws IOException {
        var at = file.position();
        var header = file.read(16);
        if (header.length < 8) {
            return null;
        }
        var numbers = ByteBuffer.wrap(header);
        var length = numbers.getInt(0) & 0xffff_ffffL;
        var head = 8;
        if (length == 1 && header.length == 16) {
            length = numbers.getLong(8);
            head = 16;
        } else if (length == 0) {
            length = to - at;
        }
        if (length < head || length > Long.MAX_VALUE - at) {
            return null;
        }
        return new Box(Ascii.four(header, 4), at + head, Math.min(at + length, to));
    }

    long length() {
        return end - start;
    }

    /** What is in it, as far as that is a sensible amount. */
    byte[] content(FileBytes file, Harvest harvest) throws IOException {
        if (length() > Harvest.MAX_RAW) {
            harvest.tooLarge("A \"" + type + "\" box of " + length() + " bytes was left unread.");
            return new byte[0];
        }
        file.moveTo(start);
        return file.read((int) length());
    }
}
