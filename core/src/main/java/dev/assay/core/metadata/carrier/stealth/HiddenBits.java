package dev.assay.core.metadata.carrier.stealth;

import java.io.IOException;
import java.util.BitSet;

/**
 * The lowest bits of an image, in the order in which texts are hidden: column by column, each from the top, though the
 * file has the pixels row by row.
 */
final class HiddenBits {

    private final BitSet bits = new BitSet();

    private HiddenBits() {}

    /**
     * Reads the first so many bits, and no more rows than they need.
     *
     * @throws IOException where the image data are damaged
     */
    static HiddenBits first(long count, Pixels pixels, Mark.Hideout hideout) throws IOException {
        var read = new HiddenBits();
        var needed = (count + hideout.count() - 1) / hideout.count();
        var columns = (int) Math.min(pixels.width(), (needed + pixels.height() - 1) / pixels.height());
        var rowCount = (int) Math.min(pixels.height(), needed);
        var rows = pixels.rows();
        for (int y = 0; y < rowCount; y++) {
            read.row(rows.next(), y, columns, pixels, hideout);
        }
        return read;
    }

    private void row(byte[] row, int y, int columns, Pixels pixels, Mark.Hideout hideout) {
        for (int x = 0; x < columns; x++) {
            var place = ((long) x * pixels.height() + y) * hideout.count();
            var pixel = x * pixels.channels() + hideout.first();
            for (int i = 0; i < hideout.count(); i++) {
                if ((row[pixel + i] & 1) != 0) {
                    bits.set((int) (place + i));
                }
            }
        }
    }

    /** Whole bytes from a bit on, the highest bit of each first. */
    byte[] bytes(int from, int count) {
        var bytes = new byte[count];
        for (int i = 0; i < 8 * count; i++) {
            if (bits.get(from + i)) {
                bytes[i >> 3] |= (byte) (0x80 >> (i & 7));
            }
        }
        return bytes;
    }
}
