package dev.assay.core.metadata;

import java.util.List;

/**
 * What came of reading a document.
 *
 * @param readings one for each text that could be read, or at least recognised
 * @param unread the texts that nobody could make anything of, as they are
 */
public record Understood(List<Reading> readings, List<TextEntry> unread) {

    public Understood {
        readings = List.copyOf(readings);
        unread = List.copyOf(unread);
    }

    /** Whether anything of the making is said. */
    public boolean saysSomething() {
        return readings.stream().anyMatch(reading -> !reading.isEmpty());
    }
}
