package dev.assay.models.download;

import java.time.Duration;
import java.util.Optional;

/** How one opening of the source went. */
sealed interface Attempt {

    /** All bytes are there; what they are has not been checked yet. */
    record Whole() implements Attempt {}

    /** The file is of a size that cannot be right. */
    record WrongSize(long bytes) implements Attempt {}

    /** It failed, and may go better next time. */
    record Again(String reason, Optional<Duration> retryAfter) implements Attempt {
        Again(String reason) {
            this(reason, Optional.empty());
        }
    }

    /** There is nothing more to try. */
    record End(DownloadResult result) implements Attempt {}
}
