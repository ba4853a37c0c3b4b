package dev.assay.models.download;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.models.hash.SizeRange;

/** How a download ended. Only {@link Done} and {@link AlreadyThere} mean that the file is there. */
public sealed interface DownloadResult {

    /**
     * The file has arrived whole.
     *
     * @param resumed whether bytes of an earlier run were used
     * @param verified whether its hash was known beforehand and matched
     */
    record Done(Path path, Sha256 sha256, long bytes, boolean resumed, boolean verified) implements DownloadResult {}

    /** A file of exactly that content was there; nothing has changed. */
    record AlreadyThere(Path path, Sha256 sha256) implements DownloadResult {}

    /** What arrived, twice, was whole but not what was promised. Nothing of it is kept. */
    record WrongContent(
            Optional<Sha256> expected, Optional<Sha256> got, SizeRange expectedSize, long gotBytes, int attempts)
            implements DownloadResult {}

    /** What arrived is no model: a web page, JSON, an archive, or a broken file. Nothing of it is kept. */
    record NotAModel(String reason) implements DownloadResult {}

    /** The source says no. */
    record Refused(Refusal reason, String message) implements DownloadResult {}

    /**
     * The source could not be reached, or broke off each time. What has arrived is kept for the next run.
     *
     * @param retryAfter what the source asked to wait, where that is longer than is waited here
     */
    record Unreachable(String reason, int attempts, Optional<Duration> retryAfter) implements DownloadResult {}

    /** The disk has no room; sizes in bytes. What has arrived is kept for the next run. */
    record NoSpace(long needed, long free) implements DownloadResult {}

    /** The folder or a file in it cannot be written. */
    record CannotWrite(Path path, String reason) implements DownloadResult {}

    /** The user ended it. What has arrived is kept for the next run. */
    record Cancelled() implements DownloadResult {}
}
