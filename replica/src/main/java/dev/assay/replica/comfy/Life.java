package dev.assay.replica.comfy;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.RecordedRequest.Host;
import dev.assay.replica.wire.Request;
import dev.assay.replica.wire.RequestLog;
import dev.assay.replica.wire.SocketServer;
import dev.assay.replica.wire.WebSocketLine;

/** The server from one start to its end: what is in memory, and who is connected. */
record Life(SocketServer server, PromptQueue queue, Sockets sockets, Thread engine) {

    static Life begin(int port, ObjectInfo info, ComfyFolder folder, Faults faults, RequestLog log, Engine.Fate fate)
            throws IOException {
        var queue = new PromptQueue();
        var sockets = new Sockets();
        var server = SocketServer.bind(port);
        var engine = Thread.ofVirtual().start(new Engine(queue, sockets, folder, faults, fate));
        var life = new Life(server, queue, sockets, engine);
        server.open(Host.COMFY, new ComfyApi(queue, info, folder, faults), life::listen, log);
        return life;
    }

    URI origin() {
        return server.origin();
    }

    private void listen(Request request, WebSocketLine line) throws IOException {
        var client = request.query()
                .first("clientId")
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        sockets.add(client, line);
        try {
            sockets.send(
                    client,
                    "status",
                    Json.object()
                            .put("status", Engine.status(queue.remaining()))
                            .put("sid", client)
                            .build());
            line.listen();
        } finally {
            sockets.remove(client, line);
        }
    }

    void end() {
        engine.interrupt();
        sockets.drop();
        server.close();
    }
}
