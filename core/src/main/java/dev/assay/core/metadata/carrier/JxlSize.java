package dev.assay.core.metadata.carrier;

/**
 * The size at the start of a JPEG XL codestream: bits from the lowest on, a height, and a width that may be told by a ratio
 * (ISO/IEC 18181-1, SizeHeader).
 */
record JxlSize(int width, int height) {

    static final JxlSize UNKNOWN = new JxlSize(0, 0);

    private static final int[] BITS = {9, 13, 18, 30};
    private static final int[][] RATIOS = {{1, 1}, {6, 5}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};

    static JxlSize of(byte[] codestream) {
        if (codestream.length < 16 || !Ascii.at(codestream, 0, "\u00ff\n")) {
            return UNKNOWN;
        }
        var bits = new Bits(codestream, 16);
        var inEights = bits.take(1) == 1;
        var height = side(bits, inEights);
        var ratio = bits.take(3);
        var width =
                ratio == 0 ? side(bits, inEights) : (int) ((long) height * RATIOS[ratio - 1][0] / RATIOS[ratio - 1][1]);
        return new JxlSize(width, height);
    }

    private static int side(Bits bits, boolean inEights) {
        return inEights ? 8 * (bits.take(5) + 1) : bits.take(BITS[bits.take(2)]) + 1;
    }

    private static final class Bits {

        private final byte[] bytes;
        private int place;

        Bits(byte[] bytes, int place) {
            this.bytes = bytes;
            this.place = place;
        }

        int take(int count) {
            var value = 0;
            for (int i = 0; i < count; i++, place++) {
                value |= ((bytes[place >> 3] >> (place & 7)) & 1) << i;
            }
            return value;
        }
    }
}
