package dev.assay.replica.comfy;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * A job in the queue.
 *
 * @param extra what came along: the client's id, and what goes into the pictures
 * @param outputs the nodes that are wanted
 */
record QueueItem(long number, String id, Json prompt, Json extra, List<String> outputs) {

    /** The client whose WebSocket hears of it. */
    Optional<String> client() {
        return extra.at("client_id").text();
    }

    Json json() {
        return Json.of(List.of(
                Json.of(number),
                Json.of(id),
                prompt,
                extra,
                Json.of(outputs.stream().map(Json::of).toList())));
    }
}
