package dev.assay.core.metadata.carrier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * An item of a HEIF image that holds text.
 *
 * @param id its number in the tables
 * @param type {@code Exif}, or {@code mime} for XMP
 */
record HeifItem(long id, String type) {

    private static final int OFFSET = 4;

    /** Reads an entry of the item table, of version 2 or 3; earlier ones know no types. */
    static Optional<HeifItem> read(byte[] entry) {
        var wide = entry.length > 0 && entry[0] == 3;
        var at = wide ? 10 : 8;
        if (entry.length < at + 4 || (entry[0] != 2 && entry[0] != 3)) {
            return Optional.empty();
        }
        var numbers = ByteBuffer.wrap(entry);
        var id = wide ? numbers.getInt(4) & 0xffff_ffffL : numbers.getShort(4) & 0xffffL;
        var type = Ascii.four(entry, at);
        var isXmp = type.equals("mime")
                && new String(entry, at, entry.length - at, StandardCharsets.ISO_8859_1).contains("rdf+xml");
        return type.equals("Exif") || isXmp ? Optional.of(new HeifItem(id, type)) : Optional.empty();
    }

    /** EXIF stands behind a number that says how many bytes come before it. */
    void read(byte[] content, Harvest harvest) {
        if (type.equals("mime")) {
            Xmp.read(Latin.orUtf8(content), harvest);
        } else if (content.length > OFFSET) {
            var skipped = ByteBuffer.wrap(content).getInt(0) & 0xffff_ffffL;
            var start = skipped < content.length - OFFSET ? (int) skipped + OFFSET : OFFSET;
            ExifBlock.read(Arrays.copyOfRange(content, start, content.length), harvest);
        }
    }
}
