package dev.assay.bench.laps;

import java.io.IOException;

/** Some work of the product that is done again and again. */
@FunctionalInterface
interface Lap {

    /** Does it once; returns how many things it was done with, so that nothing can be left out unseen. */
    long run() throws IOException;
}
