package dev.assay.models.download;

import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * What all downloads of one downloader share.
 *
 * @param limit of the bytes a second
 * @param pace at which connections are added
 * @param spare connections beyond the first of each file that may still be opened
 * @param pieces how a file is shared out
 * @param nanos a clock
 */
record Means(RateLimit limit, Climb.Pace pace, Semaphore spare, Pieces pieces, LongSupplier nanos) {

    /**
     * How a file is shared out among connections, in bytes.
     *
     * @param smallest less is not worth a question
     * @param largest more would arrive too far from the front
     * @param reservedFrom for a file of that size its room is taken beforehand
     */
    record Pieces(long smallest, long largest, long reservedFrom) {
        static final Pieces USUAL = new Pieces(4L << 20, 32L << 20, 256L << 20);
    }

    static Means usual(RateLimit limit) {
        var pace = Climb.Pace.USUAL;
        return new Means(limit, pace, new Semaphore(pace.most() - 1), Pieces.USUAL, System::nanoTime);
    }
}
