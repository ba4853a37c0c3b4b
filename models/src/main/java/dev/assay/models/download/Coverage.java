package dev.assay.models.download;

import java.util.TreeMap;

/** Which bytes of a file are here: a front without holes, and islands beyond it. Safe for several threads. */
final class Coverage {

    /** From first byte to the first that is missing again; none touches another or the front. */
    private final TreeMap<Long, Long> islands = new TreeMap<>();

    private long front;
    private long bytes;

    /** Adds bytes that were not here before. */
    synchronized void add(long from, long to) {
        bytes += to - from;
        var start = from;
        var before = islands.floorEntry(from);
        if (before != null && before.getValue() == from) {
            start = before.getKey();
            islands.remove(start);
        }
        var behind = islands.remove(to);
        var stop = behind == null ? to : behind;
        if (start == front) {
            front = stop;
        } else {
            islands.put(start, stop);
        }
    }

    /** The first byte that is missing. */
    synchronized long front() {
        return front;
    }

    /** How many bytes are here. */
    synchronized long bytes() {
        return bytes;
    }

    /** The first byte from there on that is missing. */
    synchronized long missingFrom(long at) {
        if (at < front) {
            return front;
        }
        var island = islands.floorEntry(at);
        return island == null ? at : Math.max(at, island.getValue());
    }

    /** The first byte behind there that is here; {@link Long#MAX_VALUE} where none is. */
    synchronized long hereFrom(long at) {
        var island = islands.ceilingKey(at);
        return island == null ? Long.MAX_VALUE : island;
    }
}
