package dev.assay.comfyui.watch;

/** What goes on with a job that is followed. */
public sealed interface News {

    /**
     * It waits.
     *
     * @param ahead how many jobs are to run before it
     */
    record Waiting(int ahead) implements News {}

    /** It runs, and nothing more is known. */
    record Running() implements News {}

    /** So many nodes need not run: their results are still there. */
    record Cached(int nodes) implements News {}

    /** A node has begun. */
    record Node(String id) implements News {}

    /** A node has come so far. */
    record Step(String node, long value, long max) implements News {}

    /** The server does not answer; it is asked again until it has been silent for too long. */
    record Silence(String why) implements News {}
}
