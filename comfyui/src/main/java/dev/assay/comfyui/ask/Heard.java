package dev.assay.comfyui.ask;

import java.util.List;
import java.util.Optional;

/**
 * One request, for whoever wants to see what goes on.
 *
 * @param status 0 where nobody answered
 * @param asked the id of the job that was asked for
 * @param received the ids of the jobs that were answered about
 */
public record Heard(
        String method, String address, int status, long millis, Optional<String> asked, List<String> received) {
    public Heard {
        received = List.copyOf(received);
    }
}
