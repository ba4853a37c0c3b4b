package dev.assay.bench;

/** Reads the clocks; only differences mean something. */
interface Meter {

    long nanos();

    /** Processor time of all processes that this one has started and that have ended. */
    long processorNanos();
}
