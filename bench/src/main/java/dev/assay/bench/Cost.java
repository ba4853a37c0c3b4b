package dev.assay.bench;

/**
 * What a run took.
 *
 * @param seconds by the clock on the wall
 * @param processorSeconds of all processors together, in the processes that it started and in theirs
 */
record Cost(double seconds, double processorSeconds) {}
