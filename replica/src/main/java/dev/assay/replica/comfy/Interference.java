package dev.assay.replica.comfy;

import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;

/** What comes between, and means nothing for the job that is followed. */
final class Interference {

    private Interference() {}

    /** Everything that could be taken for the end of one's own job, said of another. */
    static void send(Sockets sockets, String client) {
        var output = Json.object()
                .put("images", List.of(new OutputName("stranger_00001_.png", "", "output").json()))
                .build();
        sockets.send(
                client,
                "executed",
                foreign().put("node", "9").put("output", output).build());
        sockets.send(
                client,
                "progress",
                foreign().put("node", "9").put("value", 999).put("max", 1000).build());
        sockets.send(
                client,
                "execution_error",
                foreign()
                        .put("node_id", "9")
                        .put("exception_message", "not yours")
                        .build());
        sockets.send(
                client, "execution_interrupted", foreign().put("node_id", "9").build());
        sockets.send(client, "execution_success", foreign().build());
        sockets.send(client, "executing", foreign().put("node", Json.none()).build());
    }

    private static JsonObjectBuilder foreign() {
        return Json.object().put("prompt_id", Stranger.ID);
    }

    static List<OutputName> evilNames() {
        return List.of(
                new OutputName("../../evil.png", "", "output"),
                new OutputName("/tmp/assay-evil.png", "", "output"),
                new OutputName("evil.png", "../..", "output"),
                new OutputName("evil\u001b[31m.png", "", "output"),
                new OutputName("evil\\..\\..\\evil.png", "", "output"));
    }
}
