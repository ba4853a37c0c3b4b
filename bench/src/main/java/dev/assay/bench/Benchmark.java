package dev.assay.bench;

import java.io.IOException;
import java.util.List;

/** One thing that is measured. What it needs is made when it is, and gone when it is closed. */
public interface Benchmark extends AutoCloseable {

    /** What is measured, in a few words. */
    String title();

    /** What is compared with what, and what is missing on this computer: sentences for people. */
    String explanation();

    /** Whether the start of the processes is not counted, so that processor time cannot be told. */
    default boolean isAfterStartUp() {
        return false;
    }

    /** Who does it, in the order in which they take turns. */
    List<Contender> contenders();

    @Override
    void close() throws IOException;
}
