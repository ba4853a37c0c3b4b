package dev.assay.comfyui.job;

import java.util.List;

/** How a job ended. */
public sealed interface JobResult {

    /** It ran to its end. */
    record Done(List<OutputFile> files) implements JobResult {
        public Done {
            files = List.copyOf(files);
        }
    }

    /**
     * A node failed.
     *
     * @param node its id; empty where the server does not say
     * @param type its class
     * @param message what the node said
     */
    record Failed(String node, String type, String message) implements JobResult {}

    /** Somebody stopped it. */
    record Interrupted(String node) implements JobResult {}
}
