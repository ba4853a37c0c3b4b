package dev.assay.app.report;

import dev.assay.models.progress.Step;

/** What is common to all steps of long work. */
public final class Steps {

    private Steps() {}

    /** What it is called; steps of one name are one thing. */
    public static String name(Step step) {
        return switch (step) {
            case Step.Hashing hashing -> String.valueOf(hashing.file());
            case Step.Reading _ -> "reading";
            case Step.Counting counting -> counting.what();
            case Step.Fetching fetching -> fetching.name();
            case Step.Waiting waiting -> waiting.name();
            case Step.Retrying retrying -> retrying.name();
        };
    }

    /** How much of it is done: bytes, or how many of many. */
    public static long done(Step step) {
        return switch (step) {
            case Step.Hashing hashing -> hashing.done();
            case Step.Reading reading -> reading.done();
            case Step.Counting counting -> counting.done();
            case Step.Fetching fetching -> fetching.done();
            case Step.Waiting waiting -> waiting.done();
            case Step.Retrying _ -> 0;
        };
    }
}
