package dev.assay.replica.wire;

/** Whoever answers requests. */
@FunctionalInterface
public interface Answering {

    Answer answer(Request request);
}
