package dev.assay.civitai.ask;

import java.time.Duration;
import java.util.Optional;

/**
 * What one attempt led to.
 *
 * @param <T> the kind of result
 */
sealed interface Attempt<T> {

    /** Nothing is gained by trying again. */
    record Settled<T>(T result) implements Attempt<T> {}

    /**
     * A trouble that may pass.
     *
     * @param result what it comes to where it is given up
     * @param after how long the site asked to wait
     * @param most how many attempts such a trouble is worth
     */
    record Passing<T>(T result, Optional<Duration> after, int most) implements Attempt<T> {}
}
