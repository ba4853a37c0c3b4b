package dev.assay.core.metadata.carrier;

import org.jspecify.annotations.Nullable;

/**
 * The head of an element of EBML, of which Matroska is made: two numbers of varying length.
 *
 * @param id with the bits that mark its length, as the specification lists them
 * @param head how many bytes the head has
 * @param length of the content; -1 where the writer did not know
 */
record EbmlElement(int id, int head, long length) {

    private static final long UNKNOWN = -1;

    static @Nullable EbmlElement read(byte[] bytes, int at) {
        var idLength = at < bytes.length ? Integer.numberOfLeadingZeros(bytes[at] & 0xff) - 23 : 9;
        if (idLength > 4 || at + idLength >= bytes.length) {
            return null;
        }
        var id = 0;
        for (int i = 0; i < idLength; i++) {
            id = (id << 8) | (bytes[at + i] & 0xff);
        }
        var sizeAt = at + idLength;
        var sizeLength = Integer.numberOfLeadingZeros(bytes[sizeAt] & 0xff) - 23;
        if (sizeLength > 8 || sizeAt + sizeLength > bytes.length) {
            return null;
        }
        var size = bytes[sizeAt] & (0xffL >> sizeLength);
        for (int i = 1; i < sizeLength; i++) {
            size = (size << 8) | (bytes[sizeAt + i] & 0xff);
        }
        var isUnknown = size == (1L << (7 * sizeLength)) - 1;
        return new EbmlElement(id, idLength + sizeLength, isUnknown ? UNKNOWN : size);
    }

    boolean isSized() {
        return length != UNKNOWN;
    }
}
