package dev.assay.bench;

import java.io.IOException;

/**
 * Who does the work that is measured.
 *
 * @param isMeasure whether the others are set in relation to this one
 * @param before what has to be done before each run, and is not timed
 * @param work what is timed
 */
public record Contender(String name, boolean isMeasure, Work before, Work work) {

    /** Something that takes time. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** One that needs nothing beforehand. */
    public Contender(String name, boolean isMeasure, Work work) {
        this(name, isMeasure, () -> {}, work);
    }
}
