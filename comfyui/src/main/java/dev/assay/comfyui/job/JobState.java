package dev.assay.comfyui.job;

import java.util.List;

import dev.assay.core.json.Json;

/** What a server says of a job at this moment. */
public sealed interface JobState {

    /**
     * It waits.
     *
     * @param ahead how many jobs are to run before it
     */
    record Waiting(int ahead) implements JobState {}

    record Running() implements JobState {}

    /**
     * It is over.
     *
     * @param prompt what ran, as the server has it; null where it does not say
     */
    record Ended(JobResult result, Json prompt) implements JobState {}

    /** The server knows no such job: it was started anew, its history was cleared, or it never got it. */
    record Unknown() implements JobState {}

    /**
     * The server answers about other jobs when asked for this one. That is no evidence of anything.
     *
     * @param received the ids that it answered about
     */
    record Foreign(List<String> received) implements JobState {
        public Foreign {
            received = List.copyOf(received);
        }
    }

    /** Nobody answers, or not as ComfyUI does. */
    record Unreachable(String why) implements JobState {}
}
