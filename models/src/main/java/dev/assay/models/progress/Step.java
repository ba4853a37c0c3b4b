package dev.assay.models.progress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** What is being done right now. All sizes are bytes. */
public sealed interface Step {

    /** A file on the disk is being read to learn its digest. */
    record Hashing(Path file, long done, long total) implements Step {}

    /** Many files on the disk are being read, several at once; files and bytes of all of them together. */
    record Reading(long filesDone, long files, long done, long total) implements Step {}

    /** Many small things are being done, one after the other. */
    record Counting(String what, long done, long total) implements Step {}

    /** Bytes are arriving; the total is empty where the source does not tell. */
    record Fetching(String name, long done, OptionalLong total) implements Step {}

    /** Another process is fetching the same file, and has this much of it. */
    record Waiting(String name, long done) implements Step {}

    /** An attempt failed; the next one follows after the pause. */
    record Retrying(String name, int failures, Duration pause, String reason) implements Step {}
}
