package dev.assay.core.metadata.carrier;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the table that says where in the file each item lies, in pieces perhaps; fields may have 0, 4 or 8 bytes. */
final class HeifPlaces {

    private static final int MAX_ITEMS = 10_000;
    private static final int MAX_EXTENTS = 100;
    private static final int IN_FILE = 0;
    private static final int IN_DATA = 1;

    /** A piece of an item. */
    record Extent(long start, long length) {}

    private final ByteBuffer table;
    private final long dataStart;
    private final Map<Long, List<Extent>> places = new HashMap<>();

    private HeifPlaces(byte[] table, long dataStart) {
        this.table = ByteBuffer.wrap(table);
        this.dataStart = dataStart;
    }

    /**
     * The pieces of each item.
     *
     * @param dataStart where the box begins that some items count from
     */
    static Map<Long, List<Extent>> of(byte[] table, long dataStart) {
        var reader = new HeifPlaces(table, dataStart);
        try {
            reader.read();
        } catch (BufferUnderflowException _) {
            // What was read up to there stands.
        }
        return reader.places;
    }

    private void read() {
        var version = table.getInt() >>> 24;
        var sizes = table.getShort();
        var offset = (sizes >> 12) & 15;
        var length = (sizes >> 8) & 15;
        var base = (sizes >> 4) & 15;
        var index = version == 0 ? 0 : sizes & 15;
        var count = version < 2 ? table.getShort() & 0xffffL : table.getInt() & 0xffff_ffffL;
        for (long i = 0; i < Math.min(count, MAX_ITEMS); i++) {
            var id = version < 2 ? table.getShort() & 0xffffL : table.getInt() & 0xffff_ffffL;
            var method = version == 0 ? IN_FILE : table.getShort() & 15;
            table.getShort();
            var start = number(base) + (method == IN_DATA ? dataStart : 0);
            var extents = extents(start, offset, length, index);
            if (method == IN_FILE || method == IN_DATA) {
                places.put(id, extents);
            }
        }
    }

    private List<Extent> extents(long base, int offset, int length, int index) {
        var count = table.getShort() & 0xffff;
        List<Extent> extents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            number(index);
            var start = base + number(offset);
            var size = number(length);
            if (extents.size() < MAX_EXTENTS && start >= 0 && size >= 0) {
                extents.add(new Extent(start, size));
            }
        }
        return extents;
    }

    private long number(int bytes) {
        return switch (bytes) {
            case 4 -> table.getInt() & 0xffff_ffffL;
            case 8 -> table.getLong();
            default -> 0;
        };
    }
}
