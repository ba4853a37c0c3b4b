package dev.assay.replica.comfy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.assay.core.json.Json;
import dev.assay.replica.wire.WebSocketLine;

/** The clients that listen, by the ids they gave themselves. */
final class Sockets {

    private final Map<String, WebSocketLine> lines = new ConcurrentHashMap<>();

    void add(String client, WebSocketLine line) {
        lines.put(client, line);
    }

    void remove(String client, WebSocketLine line) {
        lines.remove(client, line);
    }

    void send(String client, String event, Json data) {
        var line = lines.get(client);
        if (line != null) {
            send(
                    line,
                    Json.object().put("type", event).put("data", data).build().write());
        }
    }

    void sendAll(String event, Json data) {
        lines.keySet().forEach(client -> send(client, event, data));
    }

    private static void send(WebSocketLine line, String text) {
        try {
            line.send(text);
        } catch (IOException _) {
            // That client is gone; its own thread notices and takes it off.
        }
    }

    void send(String client, byte[] bytes) {
        var line = lines.get(client);
        if (line != null) {
            try {
                line.send(bytes);
            } catch (IOException _) {
                // As above.
            }
        }
    }

    /** Cuts all lines without a word. */
    void drop() {
        for (var line : lines.values()) {
            try {
                line.drop();
            } catch (IOException _) {
                // It is cut either way.
            }
        }
        lines.clear();
    }
}
