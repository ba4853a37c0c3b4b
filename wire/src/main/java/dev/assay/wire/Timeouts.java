package dev.assay.wire;

import java.time.Duration;

/**
 * How long may pass without a sign of life.
 *
 * @param connect until a connection stands, for each address of a host
 * @param silence while an answer or a part of its body is waited for
 */
public record Timeouts(Duration connect, Duration silence) {

    /** What suits most networks. */
    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
