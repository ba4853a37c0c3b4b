package dev.assay.replica.wire;

/** Whoever answers requests. */
@FunctionalInterface
public interface Answering {

    Answer answer(Request request);

    /** Is told that the answer has gone out whole. */
    default void answered(Request request) {}
}
