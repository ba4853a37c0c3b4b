package dev.assay.models.library;

import java.nio.file.Path;

/** A file or folder that could not be read, and why. */
public record Unreadable(Path path, String reason) {

    private static final String DANGLING = "a link to nothing";

    static Unreadable dangling(Path link) {
        return new Unreadable(link, DANGLING);
    }

    /** Whether there is nothing that could have been read. */
    public boolean isDangling() {
        return reason.equals(DANGLING);
    }

    @Override
    public String toString() {
        return path + " (" + reason + ")";
    }
}
