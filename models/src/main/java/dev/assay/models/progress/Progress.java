package dev.assay.models.progress;

/** Hears where a long piece of work stands; is asked whether it is still wanted. Called from the working thread. */
@FunctionalInterface
public interface Progress {

    /** Called often, at least once for each mebibyte: must be quick. */
    void report(Step step);

    /** Whether the work should end now; asked between two pieces of it. An interrupted thread counts as a yes. */
    default boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    /** Hears nothing. */
    static Progress silent() {
        return _ -> {};
    }
}
