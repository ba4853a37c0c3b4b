package dev.assay.replica.wire;

import java.time.Duration;

/** How an answer goes out. */
public sealed interface Delivery {

    /** As it should be. */
    record Whole() implements Delivery {}

    /** The whole length is declared; the connection is closed after that many bytes of the body. */
    record CutAfter(long bytes) implements Delivery {}

    /** Another length is declared than the body has; what goes beyond it is not sent, what lacks is never sent. */
    record Declare(long length) implements Delivery {}

    /** Nothing more comes after that many bytes of the body, and the connection stays open. */
    record StallAfter(long bytes) implements Delivery {}

    /** The request is taken, and nothing ever comes back. */
    record StallHeaders() implements Delivery {}

    /** A few bytes at a time. */
    record Drip(int bytes, Duration pause) implements Delivery {}

    /** That many spaces go before the body, in chunks: a body without end, as far as a cautious client can tell. */
    record Pad(long spaces) implements Delivery {}

    /** The connection is closed without a byte of an answer. */
    record Drop() implements Delivery {}
}
