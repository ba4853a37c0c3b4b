package dev.assay.bench.download;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One download that is measured.
 *
 * @param place where the file goes, for people
 * @param mebibytes of the file
 * @param folder where the file goes; empty for the benchmark's own
 * @param perConnection what the server lets a connection have, in bytes a second; empty for all it can
 */
public record Trial(String place, int mebibytes, Optional<Path> folder, Optional<Integer> perConnection) {

    private static final Path MEMORY = Path.of("/dev/shm");

    /** 100 Mbit/s. */
    private static final int SLOW = 12_500_000;

    /** Into memory, so that no disk is measured. */
    public static Trial intoMemory(int mebibytes) {
        return Files.isWritable(MEMORY)
                ? new Trial("into memory (" + MEMORY + ")", mebibytes, Optional.of(MEMORY), Optional.empty())
                : new Trial("onto the disk, for want of " + MEMORY, mebibytes, Optional.empty(), Optional.empty());
    }

    /** Onto the disk of the temporary folder. */
    public static Trial ontoDisk(int mebibytes) {
        return new Trial("onto the disk of the temporary folder", mebibytes, Optional.empty(), Optional.empty());
    }

    /** From a server that gives each connection 100 Mbit/s and no more. */
    public static Trial fromSlowServer(int mebibytes) {
        var fast = intoMemory(mebibytes);
        return new Trial(fast.place, mebibytes, fast.folder, Optional.of(SLOW));
    }

    String title() {
        return "Download and verify, " + mebibytes + " MiB " + place
                + perConnection
                        .map(rate -> ", " + rate * 8L / 1_000_000 + " Mbit/s a connection")
                        .orElse("");
    }
}
