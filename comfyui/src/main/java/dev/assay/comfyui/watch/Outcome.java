package dev.assay.comfyui.watch;

import java.util.List;

import dev.assay.comfyui.job.JobResult;
import dev.assay.core.json.Json;

/** How following a job ended. */
public sealed interface Outcome {

    /**
     * The job is over.
     *
     * @param prompt what ran, as the server has it; null where it does not say
     */
    record Ended(JobResult result, Json prompt) implements Outcome {}

    /** The server answers and does not know the job any more. */
    record Gone() implements Outcome {}

    /** The server answers about other jobs, again and again. */
    record Foreign(List<String> received) implements Outcome {
        public Foreign {
            received = List.copyOf(received);
        }
    }

    /** The server has been silent for too long; the job may still run. */
    record Lost(String why) implements Outcome {}
}
